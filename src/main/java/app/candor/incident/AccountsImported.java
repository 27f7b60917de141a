package app.candor.incident;

import java.util.Map;

/**
 * A list of accounts was imported.
 *
 * @param affected how many of them are affected
 * @param total how many accounts the company has
 */
public record AccountsImported(String incidentId, int affected, int total)
        implements IncidentEvent {
    @Override
    public String action() {
        return "accounts imported";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("affected", Integer.toString(affected), "total", Integer.toString(total));
    }
}
