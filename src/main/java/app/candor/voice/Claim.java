package app.candor.voice;

import java.math.BigDecimal;

/**
 * Something that a text says and the ledger might say otherwise.
 *
 * @param topic key of the fact: {@code affected-count}
 * @param number its value: a count, a percentage, minutes, minutes of the UTC day, 1 for yes and 0
 *     for no; names stand in {@link #name}
 * @param name a region or component in the ledger's spelling; {@code 18-11} for a day; empty for
 *     numbers
 * @param bound how the words limit the number
 */
record Claim(
        String topic, BigDecimal number, String name, Bound bound, Passage passage, Span span) {

    /** How exact the words are. */
    enum Bound {
        EXACTLY,
        ABOUT,
        MORE_THAN,
        LESS_THAN,
        UP_TO,
        /** One of many, of which the ledger knows the largest. */
        WITHIN
    }

    String words() {
        return span.of(passage.words());
    }
}
