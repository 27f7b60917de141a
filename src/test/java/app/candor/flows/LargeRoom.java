package app.candor.flows;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.STAFF;

import app.candor.Candor;
import app.candor.access.SignedIn;
import app.candor.demo.DemoPerson;
import app.candor.incident.AccountImport;
import app.candor.incident.Accounts;
import app.candor.incident.Declaration;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RawDataLost;
import app.candor.incident.Source;
import app.candor.incident.Timeline;
import app.candor.incident.record.Tasks;
import app.candor.policy.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A SEV1 of many hours: all accounts are hit, much was done and more is to do. */
final class LargeRoom {
    static final int ENTRIES = 5_000;
    static final int ACCOUNTS = 100_000;
    static final int TASKS = 200;

    private LargeRoom() {}

    /** Makes it in the folder, from which a portal is started afterwards. */
    static Incident in(Path data) {
        try (var portal =
                new SpringApplicationBuilder(Candor.class)
                        .run("--candor.demo=empty", "--candor.data=" + data, "--server.port=0")) {
            SignedIn.everybodyKnown(portal.getBean(MongoTemplate.class));
            var incidents = portal.getBean(Incidents.class);
            var id =
                    SignedIn.as(
                                    STAFF,
                                    () ->
                                            incidents.report(
                                                    "Webhook deliveries and page builds wait",
                                                    Source.STAFF))
                            .id();
            SignedIn.as(ENGINEER, () -> accounts(portal, id));
            SignedIn.as(
                    ENGINEER,
                    () ->
                            incidents.declare(
                                    id,
                                    Declaration.of(
                                            Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NO)));
            SignedIn.as(COMMANDER, () -> incidents.takeCommand(id));
            timeline(portal, id);
            SignedIn.as(COMMANDER, () -> tasks(portal, id));
            return SignedIn.as(COMMANDER, () -> incidents.get(id));
        }
    }

    private static AccountImport accounts(ApplicationContext portal, String id) {
        var csv =
                new StringBuilder(
                        "account,name,tier,csm,contact name,contact email,integration,contract"
                                + " notice hours,affected\n");
        for (var n = 0; n < ACCOUNTS; n++) {
            csv.append(
                    "A-%d,Customer %d,Gold,csm%d,Contact %d,c%d@customer.example,Webhooks,,yes\n"
                            .formatted(n, n, n % 100, n, n));
        }
        var imported =
                portal.getBean(Accounts.class)
                        .importCsv(id, csv.toString().getBytes(StandardCharsets.UTF_8));
        if (imported instanceof AccountImport.Rejected refused) {
            throw new IllegalStateException(refused.toString());
        }
        return imported;
    }

    private static void timeline(ApplicationContext portal, String id) {
        var timeline = portal.getBean(Timeline.class);
        var now = Instant.now();
        for (var n = 0; n < ENTRIES; n++) {
            timeline.record(
                    "large-" + n,
                    id,
                    now.minusSeconds(n),
                    ENGINEER.sub(),
                    "Looked at queue " + n + " of the deliveries that wait");
        }
    }

    private static boolean tasks(ApplicationContext portal, String id) {
        var tasks = portal.getBean(Tasks.class);
        var people = DemoPerson.values();
        for (var n = 0; n < TASKS; n++) {
            tasks.add(
                    id,
                    "Look at queue " + n,
                    people[n % people.length].sub(),
                    null,
                    Instant.now().plus(Duration.ofHours(1 + n % 48)),
                    n % 10 == 0);
        }
        return true;
    }
}
