package app.candor.notify;

/** How much a notice presses; decides by which ways besides the inbox it reaches somebody. */
public enum Urgency {
    /** Something changed. */
    TOLD,
    /** Something waits for the recipient. */
    ASKED,
    /** Something is late, or somebody else stayed silent. */
    ESCALATED
}
