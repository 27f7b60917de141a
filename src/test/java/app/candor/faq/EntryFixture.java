package app.candor.faq;

import app.candor.comms.AudienceScope;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries for tests. */
final class EntryFixture {
    static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private EntryFixture() {}

    static Entry question(String id, String words) {
        return Entry.begun(id, words, "incident-1", "", false, "writer", NOON);
    }

    static Entry answered(String id, String words, String answer) {
        return question(id, words).approve(answer(1, "hash-1", answer), List.of()).state();
    }

    static Answer answer(int version, String hash, String words) {
        return new Answer(
                version,
                "draft-" + version,
                hash,
                "A question, as signed",
                AudienceScope.CUSTOMER_SUCCESS,
                SeverityClass.LOW,
                document(words),
                Map.of("started", "08:47 UTC"),
                words,
                NOON,
                List.of("Mercy Adeyemi"));
    }

    /** One paragraph of plain words. */
    static Map<String, Object> paragraph(String words) {
        return paragraphOf(Map.of("type", "text", "text", words));
    }

    @SafeVarargs
    static Map<String, Object> paragraphOf(Map<String, Object>... inline) {
        var paragraph = Map.of("type", "paragraph", "content", List.of(inline));
        return Map.of("type", "doc", "content", List.of(paragraph));
    }

    /** One paragraph that ends with a fact and a placeholder. */
    static Map<String, Object> document(String words) {
        return Map.of(
                "type",
                "doc",
                "content",
                List.of(
                        Map.of(
                                "type",
                                "paragraph",
                                "content",
                                List.of(
                                        Map.of("type", "text", "text", words + " "),
                                        Map.of("type", "fact", "attrs", Map.of("key", "started")),
                                        Map.of("type", "text", "text", " for "),
                                        Map.of(
                                                "type",
                                                "merge_field",
                                                "attrs",
                                                Map.of("name", "account_name"))))));
    }
}
