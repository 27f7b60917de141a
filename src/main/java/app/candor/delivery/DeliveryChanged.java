package app.candor.delivery;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery was queued, sent, put off, given up, kept, paused or asked for again.
 *
 * @param id of the message, as whoever posted it chose it
 * @param incident null for none
 * @param action {@code queued}, {@code kept}, {@code sent}, {@code put off}, {@code failed}, {@code
 *     paused} or {@code asked for again}
 * @param attempts how many there were
 * @param sha256 of the message as it leaves
 */
public record DeliveryChanged(
        String id, @Nullable String incident, String action, int attempts, String sha256)
        implements DomainEvent {

    @Override
    public String subject() {
        return "delivery:" + id;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("attempts", Integer.toString(attempts), "sha256", sha256);
    }
}
