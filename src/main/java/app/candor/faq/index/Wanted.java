package app.candor.faq.index;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One search.
 *
 * @param typed what stands in the field; control characters count as spaces, and what goes over 200
 *     characters is left out
 * @param reader who asks
 * @param first ids of incidents whose entries come before all others if every word fits; only such
 *     as the reader may know of
 * @param narrowed what else has to hold
 * @param limit at most this many
 * @param now by which it is decided what may still be given
 */
public record Wanted(
        String typed, Reader reader, Set<String> first, Narrowed narrowed, int limit, Instant now) {

    /**
     * Who asks, as far as it decides what exists for them.
     *
     * @param audiences names of the audiences that they belong to
     * @param incidents ids of incidents of which they may read everything
     */
    public record Reader(Set<String> audiences, Set<String> incidents) {}

    /**
     * Filters; null for any.
     *
     * @param incident id, or {@link #EVERGREEN}
     * @param audience name of the audience of the release
     * @param usableOnly whether it must be one that may be given to customers now
     */
    public record Narrowed(
            @Nullable String incident,
            @Nullable String product,
            @Nullable String audience,
            boolean usableOnly) {
        public static final Narrowed NOT = new Narrowed(null, null, null, false);

        /** Stands for the incident of entries that are always valid. */
        public static final String EVERGREEN = CardDocument.EVERGREEN;
    }
}
