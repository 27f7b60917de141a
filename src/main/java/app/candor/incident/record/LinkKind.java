package app.candor.incident.record;

/** What a link leads to. */
public enum LinkKind {
    TICKET("Ticket"),
    CALL("Call"),
    CHANNEL("Channel"),
    DASHBOARD("Dashboard"),
    OTHER("Other");

    private final String label;

    LinkKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
