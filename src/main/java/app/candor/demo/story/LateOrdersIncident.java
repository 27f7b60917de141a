package app.candor.demo.story;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
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
import org.springframework.core.annotation.Order;

/** An open SEV1 in mid-flight: one notice is out, the e-mail waits for signatures. */
@PartOfTheStory
@Order(4)
class LateOrdersIncident implements Chapter {
    private static final String SUBJECT = "Tradelane orders arrive late in the EU";

    private final Desks desks;
    private final LateOrdersRoom room;
    private final LateOrdersTalk talk;
    private final Cast cast;

    LateOrdersIncident(Desks desks, LateOrdersRoom room, LateOrdersTalk talk, Cast cast) {
        this.desks = desks;
        this.room = room;
        this.talk = talk;
        this.cast = cast;
    }

    @Override
    public void tell(Instant now, StoryClock clock) {
        var start = now.minus(Duration.ofMinutes(121));
        clock.turnTo(start.plus(Duration.ofMinutes(17)));
        var id =
                cast.as(
                                STAFF,
                                () ->
                                        desks.incidents.report(
                                                "Orders from Tradelane show up late in Order sync",
                                                Source.STAFF))
                        .id();
        declare(id, clock, start);
        firstFacts(id, clock, start);
        notice(
                id,
                clock,
                start.plus(Duration.ofMinutes(32)),
                """
                Orders from Tradelane show up late in Order sync and Order reports for merchants in the EU since {started}.
                Whether any order event was lost is not known yet: we are comparing sent and stored orders.
                We are looking for the cause. Orders from other integrations arrive on time.
                There is no need to send orders again. We will write here again within 20 minutes.
                """);
        desks.staffUpdate(
                id,
                clock,
                start.plus(Duration.ofMinutes(35)),
                SUBJECT,
                """
                Orders from Tradelane show up late in Order sync for merchants in the EU since {started}.
                Engineering is looking for the cause. Please send customers' tickets to support and do not guess at a reason.
                The next update for staff comes within 30 minutes.
                """);
        identify(id, clock, start);
        notice(
                id,
                clock,
                start.plus(Duration.ofMinutes(97)),
                """
                Orders from Tradelane show up to {longest-delay} late in Order sync and Order reports for merchants in the EU since {started}.
                Whether any order event was lost is not known yet: we are comparing sent and stored orders.
                We found the cause, a setting that limits how many order events are processed at once, and are restoring the earlier setting.
                There is no need to send orders again. We will write here again within 30 minutes.
                """);
        settle(id, clock, start);
        desks.staffUpdate(
                id,
                clock,
                start.plus(Duration.ofMinutes(109)),
                SUBJECT,
                """
                Tradelane orders for merchants in the EU are still up to {longest-delay} late. No raw event data was lost.
                The earlier setting is back in two of three EU groups. Please do not name a time for the end of the delay to customers yet.
                The next update for staff comes within 30 minutes.
                """);
        answer(id, clock, start);
        email(id, clock, start);
        talk.tell(desks.incidents.asSystem(id).documentId(), clock, start);
        room.furnish(id, clock, start);
    }

    private void declare(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(22)));
        cast.as(
                ENGINEER,
                () -> {
                    desks.accounts.importCsv(
                            id,
                            AccountList.csv(account ->
                                    AccountList.integration(account).equals("Tradelane")
                                            || account % 23 == 1));
                    desks.incidents.confirm(
                            id,
                            List.of("More than 25% of one integration's merchants are affected"));
                    desks.incidents.rename(id, "Order events from Tradelane arrive late in the EU");
                    desks.incidents.declare(
                            id,
                            Declaration.of(
                                    Severity.SEV1, IncidentType.BUG, RawDataLost.NOT_YET_KNOWN));
                });
        clock.turnTo(start.plus(Duration.ofMinutes(25)));
        cast.as(
                COMMANDER,
                () -> {
                    desks.incidents.takeCommand(id);
                    desks.incidents.assignRole(id, IncidentRole.COMMS_LEAD, WRITER.sub());
                    desks.incidents.assignRole(id, IncidentRole.ENGINEERING_LEAD, ENGINEER.sub());
                    desks.incidents.assignRole(id, IncidentRole.CS_LEAD, CSLEAD.sub());
                    desks.incidents.assignRole(id, IncidentRole.SUPPORT_LEAD, SUPPORT.sub());
                    desks.plans.say(
                            id,
                            DecidedAudience.CUSTOMERS,
                            Reach.AFFECTED_ACCOUNTS,
                            "Orders show up late for every Tradelane merchant in the EU");
                    desks.plans.say(
                            id, DecidedAudience.STAFF, Reach.EVERYONE, "Support tickets come in");
                });
    }

    private void firstFacts(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(27)));
        desks.confirm(
                id,
                ENGINEER,
                Map.of(
                        FactKey.STARTED, start.toString(),
                        FactKey.DETECTED, start.plus(Duration.ofMinutes(17)).toString(),
                        FactKey.INTEGRATIONS, "Tradelane",
                        FactKey.REGIONS, "EU",
                        FactKey.COMPONENTS, "Order sync, Order reports"),
                "event age chart");
    }

    private void identify(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(69)));
        desks.confirm(
                id,
                ENGINEER2,
                Map.of(
                        FactKey.CAUSE,
                                "A setting limits how many order events are processed at once",
                        FactKey.LONGEST_DELAY, "95"),
                "change record of the morning release");
        cast.as(ENGINEER, () -> desks.incidents.setStage(id, Stage.IDENTIFIED));
    }

    private void settle(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(106)));
        desks.confirm(
                id,
                ENGINEER,
                Map.of(FactKey.RAW_DATA_LOST, "no"),
                "2,214,906 events received and stored");
        desks.confirm(
                id,
                ENGINEER,
                Map.of(
                        FactKey.CAUGHT_UP_BY,
                        start.plus(Duration.ofMinutes(223)).toString(),
                        FactKey.CUSTOMER_ACTION,
                        "Nothing; sending orders again creates duplicates"),
                "backlog forecast");
        desks.write(
                desks.incidents.asSystem(id).documentId(),
                ENGINEER,
                """
                # Summary in three lines
                - Tradelane order events reach {affected-count} in the EU up to {longest-delay} late since {started}.
                - Cause confirmed: a setting of the morning release limits processing. The earlier setting is back in two of three EU groups.
                - Raw event data lost: {raw-data-lost}. Caught up by {caught-up-by}.
                # Status, severity, commander
                SEV1: more than a quarter of all merchants. Less than that, or all orders caught up, would make it SEV2.
                # Known, unknown, ruled out
                - Known: the delay began six minutes after the release; every event is stored before it waits.
                - Unknown: whether the third EU group needs a restart after the change.
                - Ruled out: a fault on the Tradelane side. Their outgoing queue was empty throughout.
                # Customer impact
                New Tradelane orders show late in Order sync and Order reports. Orders from other integrations arrive on time. No merchant needs to send orders again: a second copy would create duplicates.
                # Done, doing, next
                [x] Restore the earlier setting in EU groups 1 and 2
                [ ] Restore it in EU group 3
                [ ] Watch the backlog until {caught-up-by}, then move to monitoring
                # Pertinent negatives
                - Payments: not affected, settlement counts match hour by hour.
                - Shipping labels: not affected, none are made from delayed events.
                # Decisions
                - No rollback of the whole release: the other changes in it are needed.
                # Tickets
                # Communications log
                - Status page and staff, each with two updates; the e-mail to affected accounts is in review.
                # Timeline
                - {started}: the age of events starts to grow. Nothing alerts yet.
                # People
                """);
    }

    private void notice(String id, StoryClock clock, Instant at, String words) {
        clock.turnTo(at.minus(Duration.ofMinutes(3)));
        var draft = desks.begin(DraftKind.STATUS_UPDATE, id, SUBJECT, words);
        desks.submit(draft.id());
        desks.signHigh(draft.id());
        clock.turnTo(at);
        desks.release(draft.id());
    }

    private void answer(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(107)));
        desks.answer(
                id,
                "Are any of my orders lost?",
                """
                No. Every order event that Tradelane sent is stored, and no raw event data was lost.
                Order events from Tradelane have been arriving late in the EU since {started}, by up to {longest-delay}.
                There is nothing to do for {{account_name}}. Please do not send orders again: that would create duplicates.
                """,
                "When the delay ends: the catching-up time is confirmed but not released. That"
                        + " shipping targets will be waived.",
                true,
                List.of("missing orders", "did we lose orders"),
                "Order events");
    }

    private void email(String id, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(111)));
        var draft =
                desks.begin(
                        DraftKind.CUSTOMER_EMAIL,
                        id,
                        "Tradelane orders are arriving late in the EU",
                        """
                        Hello {{contact_name}},
                        Order events from Tradelane have been reaching {{account_name}} late since {started}, and no raw event data was lost. We are sorry for the delay.
                        # What this means for you
                        New Tradelane orders show up to {longest-delay} late in Order sync and Order reports.
                        # What was not affected
                        Every order event that Tradelane sent is stored. Payments and shipping labels work as usual.
                        # What we did
                        We confirmed the cause: a setting limited how many order events are processed at once. We are restoring the earlier setting.
                        # What you need to do
                        Nothing. Please do not send orders again: that would create duplicates.
                        # What comes next
                        We will write to you by {caught-up-by}, when we expect to have processed all delayed order events.
                        Questions? Reply to this e-mail or ask your customer success manager.
                        """);
        clock.turnTo(start.plus(Duration.ofMinutes(114)));
        desks.submit(draft.id());
        clock.turnTo(start.plus(Duration.ofMinutes(117)));
        desks.sign(draft.id(), "accuracy", ENGINEER2);
        desks.sign(draft.id(), "clarity", CSLEAD);
        clock.turnTo(start.plus(Duration.ofMinutes(118)));
        cast.as(
                ENGINEER,
                () ->
                        desks.timeline.add(
                                id,
                                start.plus(Duration.ofMinutes(94)),
                                "Earlier setting restored in EU group 1"));
    }
}
