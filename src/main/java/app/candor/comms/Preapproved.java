package app.candor.comms;

/**
 * The signed wording that a notice repeats word by word. Signatures of the notice are those of the
 * wording.
 *
 * @param draft id of the wording
 * @param number of its signed revision
 * @param revision hash of that revision
 */
public record Preapproved(String draft, int number, String revision) {}
