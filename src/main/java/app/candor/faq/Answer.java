package app.candor.faq;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was approved, exactly as it was released.
 *
 * @param version counts an entry's approved answers from 1
 * @param hash of the released revision
 * @param document as in {@code schema.json}, placeholders still in it
 * @param facts value by key, as shown when it was signed
 * @param plain words for searching and previews
 */
public record Answer(
        int version,
        String draft,
        String hash,
        Map<String, @Nullable Object> document,
        Map<String, String> facts,
        String plain,
        Instant approvedAt,
        List<String> signedBy) {}
