package app.candor.comms;

import app.candor.audit.DomainEvent;
import java.util.Map;

/** It was decided, or proposed, who of a group is told something. */
public record CommsDecided(String incident, DecidedAudience audience, Reach reach, boolean decided)
        implements DomainEvent {
    @Override
    public String subject() {
        return "comms:" + incident;
    }

    @Override
    public String action() {
        return decided ? "comms decided" : "comms proposed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("audience", audience.name(), "reach", reach.name());
    }
}
