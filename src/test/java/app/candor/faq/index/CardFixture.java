package app.candor.faq.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cards and searches for tests. */
final class CardFixture {
    static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    static final String MANAGERS = "CUSTOMER_SUCCESS";

    private CardFixture() {}

    /** Approved and always valid. */
    static Card card(String id, String question, String answer, String... wordings) {
        return card(id, question, answer, null, true, Set.of(), List.of(wordings));
    }

    /** Approved, of an incident, for who may read it. */
    static Card of(String incident, String id, String question, String answer) {
        return card(id, question, answer, incident, true, Set.of(), List.of());
    }

    /** The same as it was released to customer success managers. */
    static Card released(String incident, String id, String question, String answer) {
        return card(id, question, answer, incident, false, Set.of(), List.of());
    }

    static Card about(String product, String id, String question, String answer) {
        return card(id, question, answer, null, true, Set.of(product), List.of());
    }

    static Card unanswered(String incident, String id, String question) {
        return new Card(
                id,
                question,
                List.of(),
                "",
                incident,
                true,
                Set.of(),
                null,
                Card.State.UNANSWERED,
                0,
                Instant.EPOCH,
                NOON);
    }

    static Wanted wanted(String typed) {
        return wanted(typed, Set.of(MANAGERS), Set.of(), Wanted.Narrowed.NOT);
    }

    static Wanted wanted(
            String typed, Set<String> audiences, Set<String> incidents, Wanted.Narrowed narrowed) {
        return new Wanted(
                typed,
                new Wanted.Reader(audiences, incidents),
                incidents,
                narrowed,
                10,
                NOON.plusSeconds(60));
    }

    private static Card card(
            String id,
            String question,
            String answer,
            @Nullable String incident,
            boolean whole,
            Set<String> products,
            List<String> wordings) {
        return new Card(
                id,
                question,
                wordings,
                answer,
                incident,
                whole,
                products,
                MANAGERS,
                Card.State.APPROVED,
                1,
                NOON.plusSeconds(3600),
                NOON);
    }
}
