package app.candor.coedit.authority;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each tab had stored last, so that a push sent again is known as such.
 *
 * <p>Bounded: a tab that fell out, or was never seen, is looked up in the log.
 */
final class Tabs {
    private static final int MOST = 1_000;

    private final String textId;
    private final CommitLog log;
    private final Map<String, Latest> latest =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Latest> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * A tab's latest stored push.
     *
     * @param clientSeq 0 if nothing is stored of it
     * @param userId whose tab it is; empty if nothing is stored of it
     */
    record Latest(long clientSeq, String userId) {
        private static final Latest NONE = new Latest(0, "");

        boolean isOf(String user) {
            return userId.isEmpty() || userId.equals(user);
        }
    }

    Tabs(String textId, CommitLog log) {
        this.textId = textId;
        this.log = log;
    }

    Latest latest(String clientId) {
        return latest.computeIfAbsent(
                clientId,
                unknown -> log.latestOf(textId, clientId).map(Tabs::latestIn).orElse(Latest.NONE));
    }

    void stored(Commit commit) {
        latest.merge(
                commit.clientId(),
                latestIn(commit),
                (before, now) -> before.clientSeq() > now.clientSeq() ? before : now);
    }

    /** After a number turned out to be taken unexpectedly: look again. */
    void forget() {
        latest.clear();
    }

    private static Latest latestIn(Commit commit) {
        return new Latest(commit.clientSeq(), commit.userId());
    }
}
