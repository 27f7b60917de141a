package app.candor.comms;

/** How a released text reaches its readers. */
public enum Channel {
    EMAIL("E-mail"),
    STATUS_PAGE("Status page"),
    PDF("PDF"),
    LIBRARY("FAQ library");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
