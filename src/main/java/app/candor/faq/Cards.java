package app.candor.faq;

import app.candor.faq.index.Card;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the index is told of an entry. */
final class Cards {
    /** Nobody has to verify it: it is usable until something happens. */
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private Cards() {}

    /** The whole of it, and what was released from an incident apart from that. */
    static List<Card> of(Entry entry, Set<String> products) {
        var cards = new ArrayList<Card>();
        cards.add(card(entry, entry.incident(), true, products));
        if (entry.incident() != null && entry.answer() != null) {
            cards.add(card(entry.asReleased(false), entry.incident(), false, products));
        }
        return cards;
    }

    private static Card card(
            Entry entry, @Nullable String incident, boolean whole, Set<String> products) {
        var answer = entry.answer();
        return new Card(
                entry.id(),
                entry.question(),
                entry.wordings(),
                answer == null ? "" : answer.plain(),
                incident,
                whole,
                products,
                answer == null ? null : answer.audience().name(),
                state(entry),
                answer == null ? 0 : answer.version(),
                usableUntil(entry),
                answer == null ? entry.begunAt() : answer.approvedAt());
    }

    private static Instant usableUntil(Entry entry) {
        var answer = entry.answer();
        if (answer == null || entry.blocked() != null || !answer.isForCustomers()) {
            return Instant.EPOCH;
        }
        var verification = entry.verification();
        return verification == null ? FOR_EVER : verification.dueAt();
    }

    private static Card.State state(Entry entry) {
        if (entry.answer() == null) {
            return Card.State.UNANSWERED;
        }
        return entry.blocked() == null ? Card.State.APPROVED : Card.State.BLOCKED;
    }
}
