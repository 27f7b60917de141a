package app.candor.pager;

import app.candor.audit.Change;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of the pager and what became of it.
 *
 * @param id of the notice, so that a repeat calls nobody twice
 * @param body as it is sent and signed, at every attempt the same
 * @param attempts how many were begun
 * @param due when it may be tried next; null once it was taken or given up
 * @param outcome empty while it waits
 */
record PagerCall(
        String id, String body, Instant at, int attempts, @Nullable Instant due, String outcome) {
    static final String TAKEN = "taken";
    static final String FAILED = "failed";

    static PagerCall of(String id, String body, Instant at) {
        return new PagerCall(id, body, at, 0, at, "");
    }

    /**
     * One node takes it for as long as an attempt may last.
     *
     * @return this very one where another node was first or it is not due
     */
    Change<PagerCall> claim(Duration lease, Instant now) {
        if (due == null || due.isAfter(now)) {
            return Change.of(this);
        }
        return Change.of(new PagerCall(id, body, at, attempts + 1, now.plus(lease), ""));
    }

    /** What the receiver did with this attempt; a later attempt may have ended it meanwhile. */
    Change<PagerCall> tried(int attempt, boolean taken, int allowed, Instant now) {
        if (!outcome.isEmpty() || attempt != attempts) {
            return Change.of(this);
        }
        if (taken) {
            return ended(TAKEN);
        }
        return attempt >= allowed
                ? ended(FAILED)
                : Change.of(
                        new PagerCall(
                                id,
                                body,
                                at,
                                attempts,
                                now.plus(PagerSettings.waitAfter(attempt)),
                                ""));
    }

    private Change<PagerCall> ended(String how) {
        return Change.of(
                new PagerCall(id, body, at, attempts, null, how),
                new PagerCalled(id, how, attempts));
    }
}
