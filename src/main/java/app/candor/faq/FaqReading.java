package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.faq.index.Card;
import app.candor.incident.Incidents;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a reader sees of entries and may do with them. */
@Service
public class FaqReading {
    private static final String GENERAL = "General answers";

    private final FaqSearch search;
    private final Incidents incidents;
    private final AnswerText texts;
    private final Access access;
    private final Clock clock;

    FaqReading(
            FaqSearch search, Incidents incidents, AnswerText texts, Access access, Clock clock) {
        this.search = search;
        this.incidents = incidents;
        this.texts = texts;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Safe HTML of an approved answer as it would be copied now.
     *
     * @param customer blank while none is named
     * @param ticket as above
     */
    public String html(Answer answer, String customer, String ticket) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return texts.html(answer, new Placeholders(customer, ticket, today));
    }

    /** The heading under which the reader finds it; betrays no incident they may not see. */
    public String group(Card card) {
        return heading(card.incident());
    }

    /** As {@link #group(Card)}. */
    public String group(Entry entry) {
        return heading(entry.incident());
    }

    private String heading(@Nullable String incident) {
        return search.incident(incident).map(one -> one.key() + ", " + one.title()).orElse(GENERAL);
    }

    /** Where the next answer is written, signed and released; only for those who may open it. */
    public Optional<String> draftPath(Entry entry) {
        var draft = entry.draft();
        var incident = entry.incident();
        if (draft == null || !access.may(Act.READ, guarded(incident))) {
            return Optional.empty();
        }
        return Optional.of(
                incident == null
                        ? "comms/" + draft
                        : incidents.get(incident).path() + "/comms/" + draft);
    }

    public boolean mayCopy() {
        return access.may(Act.COPY_ANSWER, Guarded.open());
    }

    public boolean mayWrite() {
        return access.may(Act.DRAFT, Guarded.open());
    }

    private Guarded guarded(@Nullable String incident) {
        return incident == null ? Guarded.open() : incidents.guarded(incident);
    }
}
