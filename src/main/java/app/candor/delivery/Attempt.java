package app.candor.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to hand a message to the mail server.
 *
 * @param number from 1
 * @param startedAt UTC
 * @param endedAt UTC; null while it runs, and where nobody lived to record the end
 * @param detail what the mail server or the network said; one line
 * @param possibleRepeat whether an earlier attempt may have been accepted without anybody recording
 *     it, so that readers may hold the message twice, under one Message-ID
 */
public record Attempt(
        int number,
        Instant startedAt,
        @Nullable Instant endedAt,
        Result result,
        String detail,
        boolean possibleRepeat) {

    /** How it ended. */
    public enum Result {
        RUNNING("Sending"),
        ACCEPTED("Accepted by the mail server"),
        REFUSED("Refused"),
        UNKNOWN("Result unknown");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    Attempt ended(Result how, String said, Instant at) {
        return new Attempt(number, startedAt, at, how, OneLine.of(said), possibleRepeat);
    }

    Attempt lost() {
        return new Attempt(
                number,
                startedAt,
                null,
                Result.UNKNOWN,
                "The portal stopped before it could record the result",
                possibleRepeat);
    }
}
