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
    private static final String CAUSE =
            """
            # In short
            One customer's export of 40 million rows filled the disk of the queue that all scheduled exports share. A full queue takes no new work, so {affected-count} waited for their files. It cannot happen in the same way today: the disk is twice as large and warns at 70%. Until large exports have a queue of their own, one customer can still slow down others.
            # How it came about
            - A scheduled export over two years of orders started with the others of that night and wrote its rows to the disk of the queue (log of the export service).
            - {started}: the disk was full. The queue stopped taking work; running exports went on, waiting ones did not start (chart of the queue's length).
            - Waiting exports were tried again every minute. Each try was added at the end of the same queue and made it longer (log of the queue).
            - {detected}: a customer asked for a missing file, 4 minutes after the stop. The disk's alert had come 12 minutes before the stop, to a channel that nobody was asked to watch.
            - {ended}: with the disk doubled and the tries of waiting exports dropped, the last late file was sent (count of files sent).
            # What set it off
            The customer had moved from 30 days of orders to two years on the afternoon before. The size of an export is not asked for when it is scheduled, so nothing showed that this one was 24 times as long as the night before.
            # What let it through
            - The queue has one disk for everybody and no limit for one export. We chose that when the largest export had 2 million rows, and did not look at it again.
            - The alert stood at 95%. At the speed of a large export that is 12 minutes, less than it takes to add a disk.
            - Our load test uses a thousand small exports, which is what a usual night looks like, and no large one.
            # What made it longer or shorter
            - The first notice left 42 minutes after the incident was declared, 27 later than agreed: it waited for the cause, which customers did not need. Files were then sent oldest first, so nobody had to ask for theirs twice.
            - 20 minutes went into looking at the integrations, since late files had always come from there before.
            # Looked at and ruled out
            - A fault in an integration: their own queues stayed below 40 jobs throughout (chart of all integrations).
            - Lost events: received and stored events were counted against each other for the whole day, without a difference.
            # How sure we are
            Reproduced in the test environment with the same export: the queue stopped after 31 minutes, as it did here. Open: whether two exports of 5 million rows at once would do the same. Mercy answers that with the queue for large exports, which has its date below.
            """;

    private static final String DOCUMENT =
            """
            # Summary in three lines
            - Scheduled exports reached {affected-count} up to {longest-delay} late, from {started} to {ended}.
            - All waiting exports were sent, oldest first; no file is missing.
            - Next: the actions of the review, each with its owner and date. Three accounts still have to hear that it is over.
            # Status, severity, commander
            SEV1: {affected-percent} of all merchants. Ifeoma Okafor commanded from the declaration on. It is in review.
            # Known, unknown, ruled out
            - Known: the queue stopped when its disk was full.
            - Unknown: whether two very large exports at once would fill it again. Mercy Adeyemi answers that with the first action.
            - Ruled out: a fault in the integrations; their own queues were short throughout.
            # Customer impact
            Exports that customers schedule arrived late. Dashboards and live data were complete. Raw event data lost: {raw-data-lost}.
            # Pertinent negatives
            - Dashboards: current throughout, checked against the event counts by Mercy Adeyemi.
            - Payments: not affected, exports read no payment data.
            # Timeline
            - {started}: the disk of the export queue is full.
            - {detected}: a customer asks for a missing file.
            - {ended}: the last waiting export is sent.
            # Done, doing, next
            [x] Double the disk of the export queue (Dag Lindqvist)
            [x] Run the waiting exports, oldest first (Dag Lindqvist)
            [x] Alert at 70% of the disk instead of 95% (Mercy Adeyemi)
            [ ] Tell the last three accounts that it is over (Carla Jimenez)
            # Decisions
            - Nobody starts an export again by hand: files would reach customers twice (Ifeoma Okafor).
            # Tickets
            None was linked. Support answered from the two released answers.
            # Communications log
            - Status page: one update with the cause, one at the end.
            - An e-mail to affected accounts at the beginning and one at the end, each signed at five gates, released by Carla Jimenez.
            - Two answers for customer success managers, copied for three customers.
            # People
            Ifeoma Okafor commanded, Dag Lindqvist led engineering with Mercy Adeyemi, Tessa Brandt wrote, Carla Jimenez led support.
            # Root cause
            In the document of that name beside this one.
            """;

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
        desks.write(desks.incidents.asSystem(id).documentId(), ENGINEER, DOCUMENT);
        cast.as(ENGINEER, () -> learn(id, now));
    }

    private void learn(String id, Instant now) {
        desks.write(reviews.writeRootCause(id).id(), ENGINEER, CAUSE);
        reviews.addLearning(id, "One customer's export could hold up everybody's");
        reviews.addLearning(id, "The length of the queue was on a chart that nobody had open");
        reviews.addLearning(
                id, "Files were sent oldest first, and nobody had to ask for theirs twice");
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
