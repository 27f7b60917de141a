package app.candor.demo.story;

import static app.candor.demo.DemoPerson.COMMANDER2;
import static app.candor.demo.DemoPerson.CSM2;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEGAL;
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

/** An open SEV2, a suspicion that nobody has looked at, and a restricted security incident. */
@PartOfTheStory
@Order(3)
class SmallerIncidents implements Chapter {
    private static final String LATE = "Daily totals for US accounts are late";

    private static final String LATE_TOTALS =
            """
            # Summary in three lines
            - Daily totals of US accounts were up to {longest-delay} late since {started}.
            - Cause confirmed: {cause}. The order is changed back, and the last run was in time.
            - Next: two more runs in time, then resolved.
            # Status, severity, commander
            SEV2: it blocks customers who report every morning. Wrong instead of late totals would make it SEV1. Jonas Reuter commands.
            # Known, unknown, ruled out
            - Known: every total was late, none was wrong. Compared by hand for five accounts.
            - Unknown: how many of {affected-count} read their totals within the first hour.
            - Ruled out: missing events. Raw event data lost: {raw-data-lost}.
            # Customer impact
            US accounts see the totals of yesterday about an hour later than usual. Live dashboards are current.
            # Pertinent negatives
            - EU and UK accounts: not affected, their totals run on other machines.
            # Done, doing, next
            [x] Compute the totals before the large imports again (Mercy Adeyemi)
            [ ] Watch two more runs (Mercy Adeyemi)
            # Communications log
            - Status page and staff, each with two updates.
            """;

    private static final String NOBODY_OUTSIDE =
            "Nobody outside is known to be affected until the access log is read";

    private static final String EXPORT_LINK =
            """
            # Summary in three lines
            - Hired testers opened an export of their own test account through a link that should have expired.
            - New links expire again. Links made before that are being revoked.
            - Next: the access log of the last 90 days, read for every old link. Jonas Reuter has the result first.
            # Status, severity, commander
            SEV2 while nobody but the testers is known to have used such a link. One foreign reader makes it SEV1. Jonas Reuter commands.
            # Known, unknown, ruled out
            - Known: a link carries 128 random bits, so it cannot be guessed; it has to be passed on or found.
            - Unknown: whether an old link was opened from outside its account.
            - Ruled out: exports made in the portal itself; they need a sign-in.
            # Customer impact
            None is known. Customers see no difference.
            # Done, doing, next
            [x] Let new links expire after an hour (Dag Lindqvist)
            [ ] Revoke the links made before (Dag Lindqvist)
            [ ] Read the access log (Dag Lindqvist)
            [ ] Say whether anybody has to be told (Sora Nakamura). Late: it waits for the log, whose first 60 days are read.
            """;

    private final Desks desks;
    private final Cast cast;

    SmallerIncidents(Desks desks, Cast cast) {
        this.desks = desks;
        this.cast = cast;
    }

    @Override
    public void tell(Instant now, StoryClock clock) {
        security(now.minus(Duration.ofHours(7)), clock);
        reports(now.minus(Duration.ofMinutes(100)), clock);
        clock.turnTo(now.minus(Duration.ofMinutes(9)));
        cast.as(
                CSM2,
                () ->
                        desks.incidents.report(
                                "Stock levels in the partner portal look stale", Source.CUSTOMER));
    }

    private void reports(Instant start, StoryClock clock) {
        clock.turnTo(start.plus(Duration.ofMinutes(12)));
        var id =
                cast.as(
                                CSM2,
                                () ->
                                        desks.incidents.report(
                                                "Daily totals for the US are an hour behind",
                                                Source.CUSTOMER))
                        .id();
        clock.turnTo(start.plus(Duration.ofMinutes(31)));
        cast.as(
                ENGINEER2,
                () -> {
                    desks.incidents.confirm(
                            id, List.of("A highly significant blocker to one or more customers"));
                    desks.accounts.importCsv(id, AccountList.csv(account -> account % 13 == 5));
                    desks.incidents.rename(id, "Daily totals for US accounts are an hour late");
                    desks.incidents.declare(
                            id, Declaration.of(Severity.SEV2, IncidentType.BUG, RawDataLost.NO));
                });
        cast.as(
                COMMANDER2,
                () -> {
                    desks.incidents.takeCommand(id);
                    desks.incidents.assignRole(id, IncidentRole.COMMS_LEAD, WRITER.sub());
                });
        desks.confirm(
                id,
                ENGINEER2,
                Map.of(
                        FactKey.STARTED, start.toString(),
                        FactKey.REGIONS, "US",
                        FactKey.LONGEST_DELAY, "60"),
                "job history");
        notices(id, clock, start);
        clock.turnTo(start.plus(Duration.ofMinutes(96)));
        desks.write(desks.incidents.asSystem(id).documentId(), ENGINEER2, LATE_TOTALS);
    }

    private void notices(String id, StoryClock clock, Instant start) {
        desks.staffUpdate(
                id,
                clock,
                start.plus(Duration.ofMinutes(54)),
                LATE,
                """
                Daily totals for accounts in the US have been about {longest-delay} late since {started}. None is wrong.
                Engineering is looking for the cause. Please send customers' tickets to support.
                The next update for staff comes within 30 minutes.
                """);
        notice(
                id,
                clock,
                start.plus(Duration.ofMinutes(58)),
                """
                Daily totals for accounts in the US have been about {longest-delay} late since {started}. All raw data is complete.
                We are changing the order in which the totals are computed. Live dashboards are current.
                We will write here again within 60 minutes.
                """);
        clock.turnTo(start.plus(Duration.ofMinutes(70)));
        desks.confirm(
                id,
                ENGINEER2,
                Map.of(
                        FactKey.CAUSE, "Totals were computed after the large imports of the night",
                        FactKey.COMPONENTS, "Daily totals"),
                "job history");
        cast.as(ENGINEER2, () -> desks.incidents.setStage(id, Stage.IDENTIFIED));
        desks.tick(id, WRITER, "documentation/1", "documentation/2");
        desks.staffUpdate(
                id,
                clock,
                start.plus(Duration.ofMinutes(82)),
                LATE,
                """
                Daily totals for accounts in the US were up to {longest-delay} late since {started}. None is wrong.
                The totals are computed before the large imports again. Engineering is watching the next run.
                The next update for staff comes within 30 minutes.
                """);
        clock.turnTo(start.plus(Duration.ofMinutes(86)));
        cast.as(ENGINEER2, () -> desks.incidents.setStage(id, Stage.MONITORING));
        desks.confirm(
                id,
                ENGINEER2,
                Map.of(FactKey.ENDED, start.plus(Duration.ofMinutes(84)).toString()),
                "job history");
        notice(
                id,
                clock,
                start.plus(Duration.ofMinutes(92)),
                """
                Daily totals for accounts in the US were about {longest-delay} late since {started}. All raw data is complete.
                The earlier order of computing them is back since {ended}, and the last run was in time. We are watching two more runs before we call it resolved.
                We will write here again within 120 minutes.
                """);
    }

    private void notice(String id, StoryClock clock, Instant at, String words) {
        clock.turnTo(at.minus(Duration.ofMinutes(4)));
        var draft = desks.begin(DraftKind.STATUS_UPDATE, id, LATE, words);
        desks.submit(draft.id());
        desks.signLow(draft.id());
        clock.turnTo(at);
        desks.release(draft.id());
    }

    private void security(Instant start, StoryClock clock) {
        clock.turnTo(start);
        var id =
                cast.as(
                                ENGINEER,
                                () ->
                                        desks.incidents.report(
                                                "Penetration test found an export link that does not expire",
                                                Source.STAFF))
                        .id();
        clock.turnTo(start.plus(Duration.ofMinutes(20)));
        cast.as(
                ENGINEER,
                () -> {
                    desks.incidents.confirm(id, List.of("A security incident"));
                    desks.incidents.declare(
                            id, Declaration.of(Severity.SEV2, IncidentType.SECURITY, null));
                });
        grantAccess(id);
        desks.confirm(
                id,
                ENGINEER,
                Map.of(FactKey.DETECTED, start.toString(), FactKey.COMPONENTS, "Scheduled exports"),
                "report of the testers");
        clock.turnTo(start.plus(Duration.ofMinutes(55)));
        desks.write(desks.incidents.asSystem(id).documentId(), ENGINEER, EXPORT_LINK);
        followPlaybook(id);
    }

    /** All but the step of Legal, which waits for the access log: the one thing that is late. */
    private void followPlaybook(String id) {
        desks.tick(id, COMMANDER2, "security/circle", "documentation/1", "documentation/2");
        desks.tick(id, ENGINEER, "security/evidence", "security/contain", "security/data");
        cast.as(
                COMMANDER2,
                () -> {
                    for (var step : List.of("documentation/3", "documentation/4")) {
                        desks.playbooks.skip(id, step, NOBODY_OUTSIDE);
                    }
                    for (var audience : List.of(DecidedAudience.CUSTOMERS, DecidedAudience.STAFF)) {
                        desks.plans.say(id, audience, Reach.NONE, NOBODY_OUTSIDE);
                    }
                });
    }

    private void grantAccess(String id) {
        cast.as(
                ENGINEER,
                () -> desks.incidents.assignRole(id, IncidentRole.COMMANDER, COMMANDER2.sub()));
        cast.as(COMMANDER2, () -> desks.incidents.assignRole(id, IncidentRole.LEGAL, LEGAL.sub()));
    }
}
