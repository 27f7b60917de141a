package app.candor.clocks;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The moment of an alarm came, and this node was the first to see it. */
public record AlarmRang(
        String alarm, String kind, @Nullable String incident, Map<String, String> facts)
        implements DomainEvent {

    @Override
    public String subject() {
        return incident == null ? "alarm:" + kind : "incident:" + incident;
    }

    @Override
    public String action() {
        return "clock rang";
    }
}
