package app.candor.demo.story;

import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.CSM2;
import static app.candor.demo.DemoPerson.SUPPORT;

import app.candor.demo.DemoPerson;
import app.candor.faq.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** An answer that changed after customers were given it, and a question that waits. */
@PartOfTheStory
@Order(6)
class AnswersThatMoved implements Chapter {
    private static final String KEPT = "How long do you keep raw events?";

    private final Desks desks;
    private final Cast cast;

    AnswersThatMoved(Desks desks, Cast cast) {
        this.desks = desks;
        this.cast = cast;
    }

    @Override
    public void tell(Instant now, StoryClock clock) {
        var kept =
                cast.as(CSM, () -> desks.library.evergreen()).stream()
                        .filter(entry -> entry.question().equals(KEPT))
                        .findFirst()
                        .orElseThrow();
        clock.turnTo(now.minus(Duration.ofDays(9)));
        copy(CSM, kept, "Halden Outdoor", "T-20418");
        copy(CSM, kept, "Orchard Foods", "");
        clock.turnTo(now.minus(Duration.ofDays(6)));
        copy(SUPPORT, kept, "Tidal Goods", "T-20551");
        clock.turnTo(now.minus(Duration.ofMinutes(95)));
        desks.changeAnswer(
                kept.id(),
                "We keep raw events for 18 months, and for 25 months where your contract says so."
                        + " Within that time every report can be built again from them.");
        clock.turnTo(now.minus(Duration.ofMinutes(38)));
        ask();
    }

    private void copy(DemoPerson person, Entry entry, String customer, String ticket) {
        cast.as(
                person,
                () ->
                        desks.copies.copy(
                                UUID.randomUUID().toString(), entry.id(), 1, customer, ticket));
    }

    private void ask() {
        var asked =
                cast.as(
                        CSM2,
                        () ->
                                desks.questions.ask(
                                        UUID.randomUUID().toString(),
                                        "Can we get raw events delivered to our own storage?",
                                        null));
        cast.as(CSM, () -> desks.questions.join(asked.id()));
    }
}
