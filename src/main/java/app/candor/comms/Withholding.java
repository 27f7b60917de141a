package app.candor.comms;

import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.audit.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The choice to keep a technical explanation until a customer asks for it.
 *
 * @param draft id; also the id of this choice
 * @param byName printed name of who chose it
 * @param handedOver null while nobody asked
 */
public record Withholding(
        String draft,
        @Nullable String incident,
        String reason,
        String by,
        String byName,
        Instant at,
        @Nullable HandedOver handedOver) {

    /**
     * @param cause which customer asked, or what else changed the choice
     */
    public record HandedOver(String cause, String by, String byName, Instant at) {}

    public boolean holds() {
        return handedOver == null;
    }

    Change<Withholding> handOver(HandedOver now) {
        if (handedOver != null) {
            throw new Refused(handedOver.byName() + " gave it out already: " + handedOver.cause());
        }
        return Change.of(
                new Withholding(draft, incident, reason, by, byName, at, now),
                new Changed(draft, incident, "explanation given out"));
    }

    /**
     * @param action {@code explanation withheld} or {@code explanation given out}
     */
    public record Changed(String draft, @Nullable String incident, String action)
            implements DomainEvent {
        @Override
        public String subject() {
            return "draft:" + draft;
        }
    }
}
