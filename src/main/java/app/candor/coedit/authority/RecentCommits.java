package app.candor.coedit.authority;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The end of one text's log, kept at hand; what is older is read when somebody needs it. */
final class RecentCommits {
    private final String textId;
    private final CommitLog log;
    private final int most;
    private final ArrayDeque<Commit> commits = new ArrayDeque<>();

    RecentCommits(String textId, CommitLog log, int most) {
        this.textId = textId;
        this.log = log;
        this.most = most;
    }

    void add(Commit commit) {
        commits.addLast(commit);
        if (commits.size() > most) {
            commits.removeFirst();
        }
    }

    /**
     * The commits after one version up to the newest, oldest first.
     *
     * @param newest the newest version's number
     */
    List<Commit> since(long seq, long newest) {
        if (seq >= newest) {
            return List.of();
        }
        var found = new ArrayDeque<Commit>();
        var fromNewest = commits.descendingIterator();
        while (fromNewest.hasNext()) {
            var commit = fromNewest.next();
            if (commit.seq() <= seq) {
                return List.copyOf(found);
            }
            found.addFirst(commit);
        }
        long oldestHere = found.isEmpty() ? newest + 1 : found.getFirst().seq();
        var all = new ArrayList<>(log.between(textId, seq, oldestHere - 1));
        all.addAll(found);
        return all;
    }
}
