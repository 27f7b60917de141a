package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first half of an emergency release: a senior leader opens it for one revision, a second
 * person releases, or it runs out.
 *
 * @param hash of the one revision that it is for; also its id
 * @param expires UTC; from then on it serves for nothing
 */
public record Emergency(
        String hash,
        String draft,
        @Nullable String incident,
        int number,
        String reason,
        String leader,
        String leaderName,
        Instant at,
        Instant expires) {

    public boolean serves(Instant now) {
        return now.isBefore(expires);
    }

    /**
     * What a text was released on in place of all its signatures.
     *
     * @param missing what it lacked, in sentences
     */
    public record Used(
            String leader,
            String leaderName,
            String second,
            String secondName,
            String reason,
            List<String> missing) {
        public Used {
            missing = List.copyOf(missing);
        }

        /** For everything that leaves. */
        public String sentence() {
            return "Released in an emergency by %s and %s, without all signatures."
                    .formatted(leaderName, secondName);
        }
    }

    /**
     * @param action {@code emergency opened} or {@code released in an emergency}
     */
    public record Changed(String draft, @Nullable String incident, String action, int revision)
            implements DomainEvent {
        @Override
        public String subject() {
            return "draft:" + draft;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("revision", Integer.toString(revision));
        }
    }
}
