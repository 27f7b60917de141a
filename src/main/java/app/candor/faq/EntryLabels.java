package app.candor.faq;

import app.candor.access.Refused;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How an entry is sorted. It changes nothing of what was signed, so it stands apart from it.
 *
 * @param entry id
 * @param products that it is about; at most {@value #MOST}, in the words of the people who write
 */
public record EntryLabels(String entry, Set<String> products) {
    private static final int MOST = 8;
    private static final int LONGEST = 40;

    public EntryLabels {
        products =
                new TreeSet<>(
                        products.stream()
                                .map(String::strip)
                                .filter(one -> !one.isEmpty())
                                .collect(Collectors.toSet()));
        if (products.size() > MOST || products.stream().anyMatch(one -> one.length() > LONGEST)) {
            throw new Refused(
                    "An entry has at most %d products of at most %d characters each."
                            .formatted(MOST, LONGEST));
        }
    }
}
