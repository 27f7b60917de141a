package app.candor.comms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The released text that a correction corrects. It is part of the correction's hash, and the text
 * that leaves begins by saying so.
 *
 * @param draft id of the draft that was released
 * @param number of the revision that was released
 * @param hash of that revision
 * @param subject it left under
 * @param releasedAt UTC
 */
public record Corrected(String draft, int number, String hash, String subject, Instant releasedAt) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /** What the reader sees above everything else. */
    public String sentence() {
        return "This corrects our message “%s” of %s."
                .formatted(subject, MOMENT.format(releasedAt));
    }

    /** The document as it leaves: the sentence first. */
    Map<String, @Nullable Object> above(Map<String, @Nullable Object> document) {
        var blocks = new ArrayList<Object>();
        blocks.add(paragraph(sentence()));
        if (document.get("content") instanceof List<?> rest) {
            blocks.addAll(rest);
        }
        var whole = new LinkedHashMap<String, @Nullable Object>(document);
        whole.put("content", blocks);
        return whole;
    }

    static Map<String, Object> paragraph(String words) {
        return Map.of(
                "type", "paragraph", "content", List.of(Map.of("type", "text", "text", words)));
    }
}
