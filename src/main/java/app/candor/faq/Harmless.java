package app.candor.faq;

import java.time.Instant;

/**
 * A signer's word that a new version changes nothing a customer has to know: spelling, not sense.
 *
 * @param hash of the revision it is said of; it counts for no other
 * @param by person id; counts only if their signature is under that revision
 * @param name as it is printed
 */
public record Harmless(String hash, String by, String name, Instant at) {}
