package app.candor.duties;

import app.candor.audit.DomainEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A duty was owed, done, reassigned or set aside. */
public record DutyChanged(String duty, @Nullable String incident, String what, String kind)
        implements DomainEvent {
    @Override
    public String subject() {
        return "duty:" + duty;
    }

    @Override
    public String action() {
        return what;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("kind", kind);
    }
}
