package app.candor.voice;

/** The stage of the incident as texts know it; {@link #NONE} where there is no incident. */
public enum Phase {
    NONE,
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED
}
