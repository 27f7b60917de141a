package app.candor.faq;

import app.candor.audit.Change;
import app.candor.audit.DomainEvent;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry on its way to its next value; used within one transition and never kept. */
final class NextEntry {
    private final Entry from;
    private final List<String> wordings;
    private SeverityClass atLeast;
    private @Nullable String draft;
    private @Nullable Answer answer;
    private final List<Answer> earlier;
    private @Nullable Block blocked;
    private @Nullable Verification verification;
    private @Nullable Harmless harmless;
    private int turns;
    private @Nullable String other;

    NextEntry(Entry from) {
        this.from = from;
        wordings = new ArrayList<>(from.wordings());
        atLeast = from.atLeast();
        draft = from.draft();
        answer = from.answer();
        earlier = new ArrayList<>(from.earlier());
        blocked = from.blocked();
        verification = from.verification();
        harmless = from.harmless();
        turns = from.turns();
        other = from.other();
    }

    NextEntry wording(String more) {
        wordings.add(more);
        return this;
    }

    NextEntry atLeast(SeverityClass gates) {
        atLeast = atLeast.worse(gates);
        return this;
    }

    NextEntry draft(@Nullable String id) {
        draft = id;
        return this;
    }

    /** The one before it goes to the earlier ones. */
    NextEntry answer(Answer next) {
        if (answer != null) {
            earlier.add(answer);
        }
        answer = next;
        return atLeast(next.gates());
    }

    NextEntry blocked(@Nullable Block block) {
        blocked = block;
        return this;
    }

    NextEntry verification(Verification named) {
        verification = named;
        return this;
    }

    /** The interval starts anew; nothing where nobody verifies it. */
    NextEntry verified(Instant at) {
        verification = verification == null ? null : verification.again(at);
        return this;
    }

    NextEntry harmless(@Nullable Harmless word) {
        harmless = word;
        return this;
    }

    NextEntry other(String id) {
        other = id;
        return this;
    }

    /** What was copied before is not to be relied on any more. */
    Change<Entry> outdated(String why, DomainEvent told) {
        turns++;
        var before = from.answer();
        return telling(
                told,
                new AnswerOutdated(
                        from.id(),
                        from.incident(),
                        turns,
                        before == null ? 0 : before.version(),
                        why));
    }

    Change<Entry> telling(DomainEvent... events) {
        return Change.of(
                new Entry(
                        from.id(),
                        from.question(),
                        wordings,
                        from.incident(),
                        from.doNotSay(),
                        from.pertinentNegative(),
                        from.begunBy(),
                        from.begunAt(),
                        atLeast,
                        draft,
                        answer,
                        earlier,
                        blocked,
                        verification,
                        harmless,
                        turns,
                        other),
                events);
    }
}
