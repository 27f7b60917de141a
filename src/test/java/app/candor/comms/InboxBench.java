package app.candor.comms;

import static app.candor.demo.DemoPerson.ADMIN;
import static app.candor.demo.DemoPerson.ADMIN2;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.LEGAL;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.Role;
import app.candor.access.SignedIn;
import app.candor.incident.Declaration;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RawDataLost;
import app.candor.incident.Source;
import app.candor.policy.GatePolicy;
import app.candor.policy.GatePolicy.Gate;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The approvals inbox of a counsel for whom 200 texts of 20 incidents wait, ten gates each. */
@Tag("bench")
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/inbox-bench"})
class InboxBench extends SpringBrowserlessTest {
    private static final int INCIDENTS = 20;
    private static final int DRAFTS = 200;
    private static final int GATES = 10;
    private static final int RUNS = 40;

    @Autowired Drafts drafts;
    @Autowired Submissions submissions;
    @Autowired Signing signing;
    @Autowired Incidents incidents;
    @Autowired Policies policies;
    @Autowired MongoTemplate mongo;
    @Autowired JsonMapper json;

    @Test
    void twoHundredDraftsOfTenGates() throws Exception {
        SignedIn.everybodyKnown(mongo);
        tenGates();
        for (var n = 0; n < INCIDENTS; n++) {
            var incident = declared();
            for (var each = 0; each < DRAFTS / INCIDENTS; each++) {
                submitted(incident);
            }
        }
        SignedIn.as(LEGAL);
        assertThat(signing.waitingForMe()).hasSizeGreaterThanOrEqualTo(DRAFTS);
        var millis = new ArrayList<Double>();
        for (var run = 0; run < RUNS * 2; run++) {
            UI.getCurrent().navigate("report");
            var begun = System.nanoTime();
            UI.getCurrent().navigate("approvals");
            if (run >= RUNS) {
                millis.add((System.nanoTime() - begun) / 1e6);
            }
        }
        assertThat(((Component) getCurrentView()).getElement().getTextRecursively())
                .contains("texts wait for your name");
        millis.sort(null);
        Files.writeString(
                Path.of("target", "inbox.json"),
                "{\"drafts\": %d, \"gates\": %d, \"p50_ms\": %.1f, \"p95_ms\": %.1f}"
                        .formatted(
                                DRAFTS, GATES, millis.get(RUNS / 2), millis.get(RUNS * 95 / 100)));
    }

    private void tenGates() {
        var gates =
                IntStream.rangeClosed(1, GATES)
                        .mapToObj(n ->
                                new Gate(
                                        n == 1 ? "accuracy" : "gate-" + n,
                                        "Gate " + n,
                                        "Stands for part " + n,
                                        Set.of(Role.LEGAL, Role.LEADERSHIP),
                                        false))
                        .toList();
        var policy =
                new GatePolicy(
                        Map.of(SeverityClass.HIGH, gates, SeverityClass.LOW, gates), Set.of(), 10);
        var proposed =
                SignedIn.as(
                        ADMIN,
                        () -> policies.propose(PolicyKind.GATES, json.writeValueAsString(policy)));
        SignedIn.as(ADMIN2, () -> policies.confirm(PolicyKind.GATES, proposed.number()));
    }

    private String declared() {
        var id = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF)).id();
        SignedIn.as(
                ENGINEER,
                () ->
                        incidents.declare(
                                id,
                                Declaration.of(
                                        Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NO)));
        return id;
    }

    private void submitted(String incident) {
        SignedIn.as(
                WRITER,
                () -> {
                    var draft =
                            drafts.begin(
                                    new NewDraft(
                                            DraftKind.CUSTOMER_EMAIL,
                                            incident,
                                            null,
                                            "Orders arrive late",
                                            Audience.of(AudienceScope.ALL_CUSTOMERS),
                                            SeverityClass.LOW,
                                            words(),
                                            null));
                    return submissions.submit(draft.id());
                });
    }

    private static Node words() {
        var text = Map.<String, Object>of("type", "text", "text", "Your orders arrive late.");
        var paragraph = Map.<String, Object>of("type", "paragraph", "content", List.of(text));
        return Node.fromJson(Schema.candor(), Map.of("type", "doc", "content", List.of(paragraph)));
    }
}
