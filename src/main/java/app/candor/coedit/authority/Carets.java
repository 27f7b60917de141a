package app.candor.coedit.authority;

import app.candor.prosemirror.StepMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the people in one text have their carets.
 *
 * <p>Every caret is kept in terms of the newest commit, so that somebody who joins now can place
 * those of people who have not moved for a while.
 */
final class Carets {
    private final Map<String, Caret> carets = new LinkedHashMap<>();
    private final Set<String> moved = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    private record Caret(Participant participant, int anchor, int head, long seq) {
        Caret after(Commit commit) {
            if (commit.seq() <= seq) {
                return this;
            }
            int newAnchor = anchor;
            int newHead = head;
            for (StepMap map : commit.maps().toList()) {
                newAnchor = map.map(newAnchor, 1);
                newHead = map.map(newHead, 1);
            }
            return new Caret(participant, newAnchor, newHead, commit.seq());
        }

        String json() {
            return "{"
                    + participant.fields()
                    + ",\"anchor\":"
                    + anchor
                    + ",\"head\":"
                    + head
                    + ",\"seq\":"
                    + seq
                    + "}";
        }
    }

    /**
     * @param since what was committed after {@code seq}
     */
    void moved(Participant participant, int anchor, int head, long seq, List<Commit> since) {
        var caret = new Caret(participant, anchor, head, seq);
        for (var commit : since) {
            caret = caret.after(commit);
        }
        var tab = participant.clientId();
        carets.put(tab, caret);
        left.remove(tab);
        moved.add(tab);
    }

    void left(String clientId) {
        if (carets.remove(clientId) != null) {
            moved.remove(clientId);
            left.add(clientId);
        }
    }

    void committed(Commit commit) {
        if (!commit.steps().isEmpty()) {
            carets.replaceAll((tab, caret) -> caret.after(commit));
        }
    }

    boolean anyNews() {
        return !moved.isEmpty() || !left.isEmpty();
    }

    /** What happened since this was asked last. */
    Frame.Carets news() {
        var news = new LinkedHashMap<String, String>();
        for (var tab : moved) {
            var caret = carets.get(tab);
            if (caret != null) {
                news.put(tab, caret.json());
            }
        }
        var frame = new Frame.Carets(news, Set.copyOf(left));
        moved.clear();
        left.clear();
        return frame;
    }

    /** Every caret there is, for somebody who just came. */
    Optional<Frame.Carets> all() {
        if (carets.isEmpty()) {
            return Optional.empty();
        }
        var all = new HashMap<String, String>();
        carets.forEach((tab, caret) -> all.put(tab, caret.json()));
        return Optional.of(new Frame.Carets(all, Set.of()));
    }
}
