package app.candor.demo.story;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.COMMANDER2;
import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.LEADER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;

import app.candor.comms.DraftKind;
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
import java.util.Map;
import org.springframework.core.annotation.Order;

/** An open SEV0 outage: everybody sees that it exists, its details are for those who work on it. */
@PartOfTheStory
@Order(5)
class PortalOutage implements Chapter {
    private static final String SUBJECT = "Sign-in to the merchant portal fails";

    private final Desks desks;
    private final Cast cast;

    PortalOutage(Desks desks, Cast cast) {
        this.desks = desks;
        this.cast = cast;
    }

    @Override
    public void tell(Instant now, StoryClock clock) {
        var start = now.minus(Duration.ofMinutes(56));
        clock.turnTo(start.plus(Duration.ofMinutes(3)));
        var id =
                cast.as(
                                CSM,
                                () ->
                                        desks.incidents.report(
                                                "Nobody can sign in to the merchant portal",
                                                Source.CUSTOMER))
                        .id();
        clock.turnTo(start.plus(Duration.ofMinutes(7)));
        cast.as(
                ENGINEER,
                () -> {
                    desks.accounts.importCsv(id, AccountList.csv(account -> true));
                    desks.incidents.declare(
                            id, Declaration.of(Severity.SEV0, IncidentType.OUTAGE, RawDataLost.NO));
                });
        staff(id);
        clock.turnTo(start.plus(Duration.ofMinutes(10)));
        desks.confirm(
                id,
                ENGINEER,
                Map.of(FactKey.STARTED, start.toString(), FactKey.COMPONENTS, "Merchant portal"),
                "sign-in success chart");
        notice(
                id,
                clock,
                start.plus(Duration.ofMinutes(20)),
                """
                Merchants cannot sign in to the merchant portal since {started}. Orders and payments go on; only the portal is out of reach.
                We are looking for the cause. Whoever is signed in already can go on working.
                We will write here again within 20 minutes.
                """);
        desks.staffUpdate(
                id,
                clock,
                start.plus(Duration.ofMinutes(29)),
                SUBJECT,
                """
                Merchants cannot sign in to the merchant portal since {started}. Orders and payments go on.
                Engineering is looking for the cause. Please send customers to the status page and do not guess at a reason.
                The next update for staff comes within 30 minutes.
                """);
        desks.tick(id, WRITER, "documentation/2");
        clock.turnTo(start.plus(Duration.ofMinutes(31)));
        desks.confirm(
                id,
                ENGINEER2,
                Map.of(FactKey.CAUSE, "A certificate of the sign-in service expired"),
                "certificate list");
        cast.as(ENGINEER2, () -> desks.incidents.setStage(id, Stage.IDENTIFIED));
        clock.turnTo(start.plus(Duration.ofMinutes(44)));
        cast.as(ENGINEER2, () -> desks.incidents.setStage(id, Stage.MONITORING));
        desks.confirm(
                id,
                ENGINEER2,
                Map.of(FactKey.ENDED, start.plus(Duration.ofMinutes(43)).toString()),
                "sign-in success chart");
        notice(
                id,
                clock,
                start.plus(Duration.ofMinutes(50)),
                """
                Merchants can sign in to the merchant portal again since {ended}, when we replaced an expired certificate of the sign-in service.
                We are watching sign-ins before we call it resolved. Orders and payments were not affected, and no data was lost.
                We will write here again within 60 minutes.
                """);
        desks.staffUpdate(
                id,
                clock,
                start.plus(Duration.ofMinutes(53)),
                SUBJECT,
                """
                Merchants can sign in to the merchant portal again since {ended}. Orders and payments were not affected.
                Engineering is watching sign-ins before it is called resolved. Please keep sending customers to the status page.
                The next update for staff comes within 30 minutes.
                """);
    }

    private void staff(String id) {
        cast.as(COMMANDER2, () -> desks.incidents.takeCommand(id));
        cast.as(
                COMMANDER2,
                () -> {
                    desks.incidents.assignRole(id, IncidentRole.COMMS_LEAD, WRITER.sub());
                    desks.incidents.assignRole(id, IncidentRole.ENGINEERING_LEAD, ENGINEER.sub());
                    desks.incidents.assignRole(id, IncidentRole.SME, ENGINEER2.sub());
                    desks.incidents.assignRole(id, IncidentRole.SUPPORT_LEAD, SUPPORT.sub());
                    desks.incidents.assignRole(id, IncidentRole.CS_LEAD, CSLEAD.sub());
                    desks.incidents.assignRole(id, IncidentRole.LEGAL, LEGAL.sub());
                    desks.incidents.assignRole(id, IncidentRole.EXECUTIVE_SPONSOR, LEADER.sub());
                    desks.incidents.grantAccess(id, COMMANDER.sub());
                });
    }

    private void notice(String id, StoryClock clock, Instant at, String words) {
        clock.turnTo(at.minus(Duration.ofMinutes(4)));
        var draft = desks.begin(DraftKind.STATUS_UPDATE, id, SUBJECT, words);
        desks.submit(draft.id());
        desks.signHigh(draft.id());
        clock.turnTo(at);
        desks.release(draft.id());
    }
}
