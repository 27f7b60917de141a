package app.candor.demo.story;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.SUPPORT;

import app.candor.incident.AffectedAccount;
import app.candor.incident.Stage;
import app.candor.incident.customers.Customers;
import app.candor.incident.customers.Telling.What;
import app.candor.incident.review.Reviews;
import java.time.Duration;
import java.time.Instant;

/** What came after the full queue: customers told, and a review with its actions. */
@PartOfTheStory
class QueueReview {
    private final Desks desks;
    private final Customers customers;
    private final Reviews reviews;
    private final Cast cast;

    QueueReview(Desks desks, Customers customers, Reviews reviews, Cast cast) {
        this.desks = desks;
        this.customers = customers;
        this.reviews = reviews;
        this.cast = cast;
    }

    void tell(String id, Instant now, StoryClock clock, Instant start) {
        var all =
                desks.accounts.affectedAsSystem(id).stream()
                        .map(AffectedAccount::accountId)
                        .toList();
        clock.turnTo(start.plus(Duration.ofMinutes(62)));
        cast.as(SUPPORT, () -> customers.told(id, all, What.OPEN, "e-mail, version 1"));
        clock.turnTo(start.plus(Duration.ofHours(6)));
        cast.as(
                SUPPORT,
                () ->
                        customers.told(
                                id,
                                all.subList(0, all.size() - 3),
                                What.RESOLVED,
                                "e-mail about the end"));
        clock.turnTo(start.plus(Duration.ofDays(2)));
        cast.as(COMMANDER, () -> desks.incidents.setStage(id, Stage.REVIEW));
        cast.as(ENGINEER, () -> learn(id, now));
    }

    private void learn(String id, Instant now) {
        reviews.writeRootCause(
                id,
                "",
                """
                A customer's export of 40 million rows filled the disk of the queue that all scheduled exports share. Nothing watched how close to its limit that disk was.

                Exports are started one after the other, so everything behind the large one waited. Retries of the waiting exports were added at the end of the same queue and made it longer.
                """);
        reviews.addLearning(id, "One customer's export could hold up everybody's");
        reviews.addLearning(id, "The length of the queue was on a chart that nobody had open");
        reviews.addLearning(id, "The first notice was out before the first ticket came in");
        var learnings = reviews.of(id).learnings();
        reviews.addAction(
                id,
                learnings.getFirst().id(),
                "Give exports above 5 million rows a queue of their own",
                ENGINEER2.sub(),
                now.plus(Duration.ofDays(12)));
        reviews.addAction(
                id,
                learnings.get(1).id(),
                "Alert at 60% of the queue's limit",
                ENGINEER.sub(),
                now.plus(Duration.ofDays(3)));
        reviews.noAction(id, learnings.getLast().id(), "It went as planned");
    }
}
