package app.candor.faq.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cards and searches for tests. */
final class CardFixture {
    static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    static final String CSM = "CSM";

    private CardFixture() {}

    /** Approved, always valid, released to customer success managers. */
    static Card card(String id, String question, String answer, String... wordings) {
        return new Card(
                id,
                question,
                List.of(wordings),
                answer,
                null,
                Set.of(),
                Set.of(CSM),
                Card.State.APPROVED,
                1,
                NOON);
    }

    static Card of(Card card, @Nullable String incident) {
        return new Card(
                card.id(),
                card.question(),
                card.wordings(),
                card.answer(),
                incident,
                card.products(),
                card.readers(),
                card.state(),
                card.version(),
                card.at());
    }

    static Card about(Card card, String product) {
        return new Card(
                card.id(),
                card.question(),
                card.wordings(),
                card.answer(),
                card.incident(),
                Set.of(product),
                card.readers(),
                card.state(),
                card.version(),
                card.at());
    }

    static Card unanswered(String id, String question, String incident) {
        return new Card(
                id,
                question,
                List.of(),
                "",
                incident,
                Set.of(),
                Set.of(),
                Card.State.UNANSWERED,
                0,
                NOON);
    }

    static Wanted wanted(String typed) {
        return new Wanted(
                typed, new Wanted.Reader(Set.of(CSM), Set.of()), Set.of(), Wanted.Narrowed.NOT, 10);
    }
}
