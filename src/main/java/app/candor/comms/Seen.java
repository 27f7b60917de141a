package app.candor.comms;

/**
 * What somebody had before their eyes when they clicked: every decision about a revision carries
 * it, so that nobody decides about another one.
 *
 * @param number of the revision
 * @param hash of the revision
 */
public record Seen(int number, String hash) {}
