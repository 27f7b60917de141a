package app.candor.demo.story;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.CSM2;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.WRITER;

import app.candor.comms.DecidedAudience;
import app.candor.comms.DraftKind;
import app.candor.comms.Reach;
import app.candor.incident.Declaration;
import app.candor.incident.FactKey;
import app.candor.incident.IncidentRole;
import app.candor.incident.IncidentType;
import app.candor.incident.RawDataLost;
import app.candor.incident.Source;
import app.candor.incident.Stage;
import app.candor.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** A SEV1 of nine days ago, resolved, with all that was signed and sent. */
@PartOfTheStory
@Order(1)
class QueueIncident implements Chapter {
    private final Desks desks;
    private final QueueReview review;
    private final Cast cast;

    QueueIncident(Desks desks, QueueReview review, Cast cast) {
        this.desks = desks;
        this.review = review;
        this.cast = cast;
    }

    @Override
    public void tell(Instant now, StoryClock clock) {
        var start = now.minus(Duration.ofDays(9)).minus(Duration.ofHours(3));
        clock.turnTo(start.plus(Duration.ofMinutes(4)));
        var id =
                cast.as(
                                STAFF,
                                () ->
                                        desks.incidents.report(
                                                "Exports that customers schedule do not arrive",
                                                Source.CUSTOMER))
                        .id();
        declare(id, clock, start);
        clock.turnTo(start.plus(Duration.ofMinutes(24)));
        decide(id);
        clock.turnTo(start.plus(Duration.ofMinutes(34)));
        desks.tick(id, WRITER, "documentation/1", "documentation/2");
        notice(
                id,
                clock,
                start.plus(Duration.ofMinutes(53)),
                "Scheduled exports are arriving late",
                """
                Scheduled exports have been arriving up to {longest-delay} late since {started}. Dashboards are current, and no raw event data was lost.
                We found the cause, a queue without room, and are sending the waiting exports, oldest first.
                There is no need to start an export again. We will write here again within 30 minutes.
                """);
        email(id, clock, start);
        answers(id, clock, start);
        resolve(id, clock, start);
        lastMail(id, clock, start);
        notice(
                id,
                clock,
                start.plus(Duration.ofMinutes(192)),
                "Scheduled exports are complete again",
                """
                Scheduled exports arrived late from {started} to {ended}. All waiting exports have been sent, and no raw event data was lost.
                There is nothing you need to do. If a file is missing, please name it in the support portal.
                Our review follows within a week.
                """);
        review.tell(id, now, clock, start);
    }

    private void declare(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(11)));
        cast.as(
                ENGINEER,
                () -> {
                    desks.accounts.importCsv(
                            id, AccountList.csv(account -> account % 4 == 2 || account % 9 == 0));
                    desks.incidents.confirm(
                            id, List.of("More than 25% of all merchants are affected"));
                    desks.incidents.rename(id, "Scheduled exports are delayed by a full queue");
                    desks.incidents.declare(
                            id,
                            Declaration.of(
                                    Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NOT_YET_KNOWN));
                });
        clock.turnTo(start.plus(Duration.ofMinutes(14)));
        cast.as(COMMANDER, () -> desks.incidents.takeCommand(id));
        cast.as(
                COMMANDER,
                () -> {
                    desks.incidents.assignRole(id, IncidentRole.COMMS_LEAD, WRITER.sub());
                    desks.incidents.assignRole(id, IncidentRole.ENGINEERING_LEAD, ENGINEER.sub());
                    desks.incidents.assignRole(id, IncidentRole.SME, ENGINEER2.sub());
                    desks.incidents.assignRole(
                            id,
                            IncidentRole.SUPPORT_LEAD,
                            app.candor.demo.DemoPerson.SUPPORT.sub());
                });
        desks.confirm(
                id,
                ENGINEER,
                Map.of(
                        FactKey.STARTED, start.toString(),
                        FactKey.DETECTED, start.plus(Duration.ofMinutes(4)).toString(),
                        FactKey.COMPONENTS, "Scheduled exports"),
                "export queue length chart");
        clock.turnTo(start.plus(Duration.ofMinutes(31)));
        desks.confirm(
                id,
                ENGINEER2,
                Map.of(
                        FactKey.RAW_DATA_LOST, "no",
                        FactKey.LONGEST_DELAY, "140",
                        FactKey.CAUGHT_UP_BY, start.plus(Duration.ofMinutes(170)).toString(),
                        FactKey.CAUSE, "The export queue ran out of disk space"),
                "count of stored against exported events");
        cast.as(ENGINEER, () -> desks.incidents.setStage(id, Stage.IDENTIFIED));
        desks.write(
                desks.incidents.asSystem(id).documentId(),
                ENGINEER,
                """
                # Summary in three lines
                - Scheduled exports reached {affected-count} up to {longest-delay} late since {started}.
                - The export queue ran out of disk space and took no new work.
                - Raw event data lost: {raw-data-lost}.
                # Known, unknown, ruled out
                - Known: the queue stopped when its disk was full.
                - Ruled out: a fault in the integrations; their own queues were short throughout.
                # Customer impact
                Exports that customers schedule arrived late. Dashboards and live data were complete.
                # Done, doing, next
                [x] Double the disk of the export queue
                [x] Run the waiting exports, oldest first
                [x] Alert at 70% of the disk instead of 95%
                # Root cause, learnings, actions
                The alert for the disk was set where it left twelve minutes to act. It now leaves nine hours.
                """);
    }

    private void decide(String id) {
        cast.as(
                COMMANDER,
                () -> {
                    desks.plans.say(
                            id,
                            DecidedAudience.CUSTOMERS,
                            Reach.AFFECTED_ACCOUNTS,
                            "Their exports are late and some of them report from these files");
                    desks.plans.say(
                            id, DecidedAudience.STAFF, Reach.EVERYONE, "Support is being asked");
                    desks.plans.say(
                            id,
                            DecidedAudience.LEADERSHIP,
                            Reach.EVERYONE,
                            "More than a quarter of all merchants");
                    desks.plans.say(
                            id,
                            DecidedAudience.REGULATORS,
                            Reach.NONE,
                            "No personal data and no payment was touched");
                });
    }

    private void notice(String id, StoryClock clock, Instant at, String subject, String words) {
        clock.turnTo(at.minus(Duration.ofMinutes(3)));
        var draft = desks.begin(DraftKind.STATUS_UPDATE, id, subject, words);
        desks.submit(draft.id());
        desks.signHigh(draft.id());
        clock.turnTo(at);
        desks.release(draft.id());
    }

    private void email(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(36)));
        var draft =
                desks.begin(
                        DraftKind.CUSTOMER_EMAIL,
                        id,
                        "Your scheduled exports are arriving late",
                        """
                        Hello {{contact_name}},
                        # What happened
                        Since {started}, scheduled exports have been arriving late. The queue that prepares them was full.
                        # What this means for you
                        Exports of {{account_name}} may reach you up to {longest-delay} late. We are sorry that your reports have to wait.
                        # What was not affected
                        No raw event data was lost. Dashboards show complete and current data.
                        # What we did
                        We made room in the queue and are sending the waiting exports, oldest first.
                        # What you need to do
                        Nothing. Please do not start the exports again by hand: you would receive them twice.
                        # What comes next
                        We will write to you again within 3 hours, when all waiting exports have been sent.
                        Questions? Reply to this e-mail or ask your customer success manager.
                        """);
        clock.turnTo(start.plus(Duration.ofMinutes(44)));
        desks.submit(draft.id());
        clock.turnTo(start.plus(Duration.ofMinutes(47)));
        desks.signHigh(draft.id());
        clock.turnTo(start.plus(Duration.ofMinutes(55)));
        desks.release(draft.id());
    }

    private void answers(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(70)));
        desks.answer(
                id,
                "Is any of my data lost?",
                """
                No. Every event was received and stored, and no raw event data was lost.
                Scheduled exports for {{account_name}} were late because the queue that prepares them was full. They are sent oldest first; you do not need to do anything.
                """,
                "How long the disk was full. That the alert came late: it is part of the review.",
                true,
                List.of("did we lose events", "missing data in export"),
                "Exports");
        clock.turnTo(start.plus(Duration.ofMinutes(82)));
        desks.answer(
                id,
                "Should I start my export again?",
                """
                No. Waiting exports are sent by themselves, oldest first. Starting one again would send the same file twice.
                """,
                "",
                true,
                List.of("rerun export", "export missing today"),
                "Exports");
        desks.tick(id, WRITER, "documentation/3", "documentation/4", "documentation/5");
        clock.turnTo(start.plus(Duration.ofMinutes(95)));
        copies(id);
    }

    private void copies(String id) {
        var entries = cast.as(CSM, () -> desks.library.ofIncident(id));
        for (var entry : entries) {
            for (var customer : List.of("Halden Outdoor", "Tidal Goods", "Orchard Foods")) {
                cast.as(
                        customer.startsWith("T") ? CSM2 : CSM,
                        () ->
                                desks.copies.copy(
                                        UUID.randomUUID().toString(), entry.id(), 1, customer, ""));
            }
        }
    }

    private void resolve(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(118)));
        cast.as(ENGINEER, () -> desks.incidents.setStage(id, Stage.MONITORING));
        clock.turnTo(start.plus(Duration.ofMinutes(171)));
        desks.confirm(
                id,
                ENGINEER,
                Map.of(
                        FactKey.CAUGHT_UP, start.plus(Duration.ofMinutes(166)).toString(),
                        FactKey.ENDED, start.plus(Duration.ofMinutes(166)).toString()),
                "export queue length chart");
        cast.as(COMMANDER, () -> desks.incidents.setStage(id, Stage.RESOLVED));
    }

    private void lastMail(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(176)));
        var draft =
                desks.begin(
                        DraftKind.CUSTOMER_EMAIL,
                        id,
                        "Your scheduled exports are complete again",
                        """
                        Hello {{contact_name}},
                        # What happened
                        From {started} to {ended}, scheduled exports arrived late because the queue that prepares them was full.
                        # What this means for you
                        All exports of {{account_name}} have been sent. The longest delay was {longest-delay}.
                        # What was not affected
                        No raw event data was lost. Dashboards were complete throughout.
                        # What we did
                        We doubled the room of the queue, and we are now warned nine hours before it could fill up again.
                        # What you need to do
                        Nothing. If a file is missing after this e-mail, please reply with its name.
                        # What comes next
                        Our review is finished on our side within a week; your customer success manager can share it.
                        """);
        desks.submit(draft.id());
        clock.turnTo(start.plus(Duration.ofMinutes(180)));
        desks.signHigh(draft.id());
        clock.turnTo(start.plus(Duration.ofMinutes(186)));
        desks.release(draft.id());
    }
}
