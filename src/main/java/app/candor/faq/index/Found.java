package app.candor.faq.index;

import java.util.List;
import java.util.Set;

/**
 * What a search found.
 *
 * @param cards best first
 * @param total how many there are for this reader; counted up to 1,000
 * @param stems of the words that were looked for, to mark them: see {@link Marks}
 */
public record Found(List<Card> cards, int total, Set<String> stems) {
    /** Nothing is counted further than this. */
    public static final int COUNTED = 1_000;

    public Found {
        cards = List.copyOf(cards);
        stems = Set.copyOf(stems);
    }
}
