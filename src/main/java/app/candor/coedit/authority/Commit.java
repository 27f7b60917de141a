package app.candor.coedit.authority;

import app.candor.prosemirror.Json;
import app.candor.prosemirror.Step;
import app.candor.prosemirror.StepMap;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a text's log.
 *
 * @param seq its number, from 1 without gaps
 * @param clientId the tab that made it; a fresh random id for what the server itself writes
 * @param clientSeq the tab's number for it; with {@code clientId} unique within the text
 * @param steps against the version {@code seq - 1}; empty for a lock
 * @param wire the steps as JSON text in the protocol's form, stored and sent as it is
 * @param lock set if this entry locks or unlocks
 */
public record Commit(
        long seq,
        String clientId,
        long clientSeq,
        String userId,
        Instant at,
        List<Step> steps,
        String wire,
        @Nullable LockEntry lock) {
    public Commit {
        steps = List.copyOf(steps);
    }

    Stream<StepMap> maps() {
        return steps.stream().map(Step::getMap);
    }

    /** As the protocol's {@code commit} message carries it. */
    public String json() {
        return "{\"seq\":"
                + seq
                + ",\"clientId\":"
                + Json.print(clientId)
                + ",\"clientSeq\":"
                + clientSeq
                + ",\"userId\":"
                + Json.print(userId)
                + ",\"steps\":"
                + wire
                + "}";
    }

    /** Steps are compared by their JSON: that is what is stored. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Commit that
                && seq == that.seq
                && clientId.equals(that.clientId)
                && clientSeq == that.clientSeq
                && wire.equals(that.wire);
    }

    @Override
    public int hashCode() {
        return Objects.hash(seq, clientId, clientSeq);
    }
}
