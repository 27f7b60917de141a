package app.candor.coedit.authority;

import app.candor.coedit.NoSuchText;
import java.util.ArrayList;
import java.util.List;

/** Any version of any text, read from snapshots and log alone. */
final class Archive {
    private static final int PAGE = 500;

    private final Snapshots snapshots;
    private final CommitLog log;

    /**
     * A text as an open one starts.
     *
     * @param recent the commits between the newest snapshot and now, oldest first
     */
    record Opened(TextState state, List<Commit> recent) {}

    Archive(Snapshots snapshots, CommitLog log) {
        this.snapshots = snapshots;
        this.log = log;
    }

    /**
     * @throws NoSuchText if there is none of that id
     */
    Opened open(String textId) {
        return open(head(textId));
    }

    /**
     * @throws NoSuchText if there is none of that id
     */
    Snapshots.Head head(String textId) {
        return snapshots.head(textId).orElseThrow(() -> new NoSuchText("No such text"));
    }

    /** The same from a head that was read before, however old it is. */
    Opened open(Snapshots.Head head) {
        var textId = head.ref().id();
        var recent = new ArrayList<Commit>();
        var state = head.snapshot().get();
        List<Commit> page;
        do {
            page = log.after(textId, state.seq(), PAGE);
            state = replay(state, page);
            recent.addAll(page);
        } while (page.size() == PAGE);
        return new Opened(state, recent);
    }

    /**
     * @throws NoSuchText if there is no such text or it has not come that far
     */
    TextState at(String textId, long seq) {
        var state =
                snapshots.atOrBefore(textId, seq).orElseThrow(() -> new NoSuchText("No such text"));
        while (state.seq() < seq) {
            int step = (int) Math.min(PAGE, seq - state.seq());
            var page = log.between(textId, state.seq(), state.seq() + step);
            if (page.isEmpty()) {
                throw new NoSuchText("The text has no version " + seq);
            }
            state = replay(state, page);
        }
        if (seq < 0) {
            throw new NoSuchText("Versions count from 0");
        }
        return state;
    }

    static TextState replay(TextState from, List<Commit> commits) {
        var state = from;
        for (var commit : commits) {
            state = state.after(commit);
        }
        return state;
    }
}
