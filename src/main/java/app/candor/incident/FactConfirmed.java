package app.candor.incident;

import java.util.Map;

/**
 * A fact has a new value.
 *
 * @param fact key of the fact: {@code started}
 * @param material whether the change voids signatures
 */
public record FactConfirmed(String incidentId, String fact, boolean material)
        implements IncidentEvent {
    @Override
    public String action() {
        return "fact confirmed";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("fact", fact, "material", Boolean.toString(material));
    }
}
