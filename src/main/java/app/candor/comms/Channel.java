package app.candor.comms;

/** How a released text reaches its readers. */
public enum Channel {
    EMAIL("E-mail", true),
    STATUS_PAGE("Status page", false),
    PDF("PDF", true),
    LIBRARY("FAQ library", false);

    private final String label;
    private final boolean pictures;

    Channel(String label, boolean pictures) {
        this.label = label;
        this.pictures = pictures;
    }

    /** Whether its readers can get pictures. */
    public boolean takesPictures() {
        return pictures;
    }

    public String label() {
        return label;
    }
}
