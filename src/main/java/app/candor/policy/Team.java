package app.candor.policy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * People who look after a part of the product.
 *
 * @param id stable, never shown
 * @param name as people say it
 * @param cares components and integrations, by the names that the ledger of facts uses
 */
public record Team(String id, String name, List<String> cares) {

    /**
     * @throws IllegalArgumentException without an id or a name
     */
    public Team {
        cares = List.copyOf(cares);
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A team needs an id and a name");
        }
    }

    /** Whole words, in any case: “Order” is not named in “Orders”. */
    boolean isNamedIn(String words) {
        return cares.stream()
                .filter(part -> !part.isBlank())
                .anyMatch(part ->
                        Pattern.compile(
                                        "(?<![\\p{L}\\p{N}])"
                                                + Pattern.quote(part.strip())
                                                + "(?![\\p{L}\\p{N}])",
                                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                                .matcher(words)
                                .find());
    }
}
