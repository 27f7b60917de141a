package app.candor.faq.api;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.faq.Answer;
import app.candor.faq.Copies;
import app.candor.faq.Entry;
import app.candor.faq.FaqReading;
import app.candor.faq.FaqSearch;
import app.candor.faq.Library;
import app.candor.faq.MissedSearches;
import app.candor.faq.index.Card;
import app.candor.faq.index.Found;
import app.candor.faq.index.Marks;
import app.candor.faq.index.Wanted.Narrowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Search, read and copy by token. It decides nothing itself: what the token's owner may see and
 * copy is asked of the same desks as on the page, and only answers that may be given now come out.
 */
@RestController
@RequestMapping("/api/v1")
class FaqApi {
    private static final int MOST = 40;
    private static final int EXCERPT = 160;

    private final FaqSearch search;
    private final Library library;
    private final FaqReading reading;
    private final Copies copies;
    private final MissedSearches missed;
    private final Access access;
    private final Clock clock;

    FaqApi(
            FaqSearch search,
            Library library,
            FaqReading reading,
            Copies copies,
            MissedSearches missed,
            Access access,
            Clock clock) {
        this.search = search;
        this.library = library;
        this.reading = reading;
        this.copies = copies;
        this.missed = missed;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @param total how many there are for this reader, counted up to 1,000
     */
    record Results(List<Result> answers, int total) {}

    /**
     * @param group under which the page shows it
     */
    record Result(
            String id,
            int version,
            List<Marks.Piece> question,
            List<Marks.Piece> excerpt,
            String group,
            List<String> products,
            Instant approvedAt) {}

    /**
     * @param html safe; placeholders read as general words unless their values were given
     * @param doNotSay for the reader only; empty for none
     */
    record Shown(
            String id,
            int version,
            String question,
            String html,
            String doNotSay,
            Instant approvedAt,
            List<String> signedBy) {}

    /**
     * @param id chosen by the caller; sent again, it records one copy
     * @param version the one that the person saw
     */
    record CopyAsked(
            @Nullable String id, int version, @Nullable String customer, @Nullable String ticket) {}

    record CopyDone(String id, int version, String html, String plain) {}

    @GetMapping("/faq")
    Results find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "false") boolean settled) {
        access.require(Act.READ, Guarded.open());
        var found =
                search.find(q, new Narrowed(null, product, null, true), Math.clamp(limit, 1, MOST));
        if (settled && found.cards().isEmpty()) {
            missed.count(q);
        }
        return new Results(
                found.cards().stream().map(card -> result(card, found)).toList(), found.total());
    }

    @GetMapping("/faq/{id}")
    Shown read(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String ticket) {
        access.require(Act.READ, Guarded.open());
        var entry = library.get(id);
        var answer = approved(entry);
        return new Shown(
                entry.id(),
                answer.version(),
                entry.question(),
                reading.html(answer, customer, ticket),
                entry.doNotSay(),
                answer.approvedAt(),
                answer.signedBy());
    }

    @PostMapping("/faq/{id}/copies")
    @ResponseStatus(HttpStatus.CREATED)
    CopyDone copy(@PathVariable String id, @RequestBody CopyAsked asked) {
        access.require(Act.COPY_ANSWER, Guarded.open());
        var entry = library.get(id);
        var answer = approved(entry);
        if (answer.version() != asked.version()) {
            throw new Replaced(asked.version(), shown(entry, answer));
        }
        var copyId = copyId(asked.id());
        try {
            var copied =
                    copies.copy(
                            copyId,
                            id,
                            asked.version(),
                            said(asked.customer()),
                            said(asked.ticket()));
            return new CopyDone(copyId, copied.version(), copied.html(), copied.plain());
        } catch (Refused refused) {
            var now = approved(library.get(id));
            if (now.version() != asked.version()) {
                throw new Replaced(asked.version(), shown(library.get(id), now));
            }
            throw refused;
        }
    }

    @GetMapping(value = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return new ClassPathResource("api/openapi.json");
    }

    /** Through the API there is nothing but what may be given to a customer now. */
    private Answer approved(Entry entry) {
        var answer = entry.answer();
        if (answer == null || !answer.isForCustomers() || !entry.isUsable(clock.instant())) {
            throw new NotFound();
        }
        return answer;
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String copyId(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        try {
            return UUID.fromString(asked).toString();
        } catch (IllegalArgumentException e) {
            throw new Refused("The id of a copy is a UUID.");
        }
    }

    private static Map<String, Object> shown(Entry entry, Answer answer) {
        return Map.of("id", entry.id(), "version", answer.version(), "question", entry.question());
    }

    private Result result(Card card, Found found) {
        return new Result(
                card.id(),
                card.version(),
                Marks.in(card.question(), found.stems()),
                Marks.in(Marks.excerpt(card.answer(), found.stems(), EXCERPT), found.stems()),
                reading.group(card),
                card.products().stream().sorted().toList(),
                card.at());
    }
}
