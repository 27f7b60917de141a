package app.candor.faq;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.audit.DomainEvent;
import app.candor.audit.Told;
import app.candor.comms.DraftReleased;
import app.candor.comms.rendering.TextChanges;
import app.candor.incident.FactKey;
import app.candor.incident.Incident;
import app.candor.incident.IncidentType;
import app.candor.incident.Stage;
import app.candor.policy.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.Ordered;

/**
 * Between a change of an answer and the recall that it owes: a process may end, a fact may move.
 */
class BrokenOffTest extends FaqDesk {
    @Autowired Recalls recalls;
    @Autowired Verifications verifications;
    @Autowired ConfigurableApplicationContext context;

    private final Breaker breaker = new Breaker();

    /** Ends the delivery of one kind of event before anybody hears of it, as a kill would. */
    private static final class Breaker
            implements ApplicationListener<PayloadApplicationEvent<?>>, Ordered {
        private Class<? extends DomainEvent> broken = DomainEvent.class;
        private boolean armed;

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<?> event) {
            if (armed
                    && event.getPayload() instanceof Told<?> told
                    && broken.isInstance(told.event())) {
                throw new IllegalStateException("Broken off by the test");
            }
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    @AfterEach
    void unbroken() {
        breaker.armed = false;
        context.removeApplicationListener(breaker);
    }

    @ParameterizedTest
    @ValueSource(classes = {DraftReleased.class, AnswerOutdated.class, RecallChanged.class})
    void anIncidentDoesNotCloseBetweenAReleaseAndTheRecallThatItOwes(
            Class<? extends DomainEvent> brokenOff) {
        var incident = inReview();
        var entry = answeredNow(question("Is the ibis late?", incident.id(), ""), "By an hour.");
        copied(entry, "Halden Outdoor");
        context.addApplicationListener(breaker);
        breaker.broken = brokenOff;
        breaker.armed = true;

        changedTo(entry, "By two hours.");

        assertThat(owedDuty(entry)).isEmpty();
        assertThatThrownBy(() -> close(incident))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has not reached everybody");
        breaker.armed = false;
        assertThatThrownBy(() -> close(incident))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Correct an answer with those who were given it");
        assertThat(owedDuty(entry)).hasSize(1);
    }

    @Test
    void sameWordsWithAnotherValueOfAFactAreANewAnswerAndRecallTheOldOne() {
        var incident = declared(Severity.SEV2, IncidentType.BUG);
        nothingElseAffected(incident.id());
        fact(incident, "30");
        var entry = question("How long does the heron wait?", incident.id(), "");
        var first = releasedWith(entry);
        copied(first, "Halden Outdoor");

        fact(incident, "45");
        var blocked = library.find(entry.id()).orElseThrow();
        assertThat(blocked.isApproved()).isFalse();
        assertThatThrownBy(() -> copied(first, "Brightwater")).isInstanceOf(Refused.class);
        var told = owedDuty(entry).getFirst();
        assertThat(told.why()).isEqualTo("fact_changed");
        assertThat(SignedIn.as(CSM, () -> recalls.get(told.id())).usable()).isFalse();

        releasedWith(SignedIn.as(WRITER, () -> library.write(entry.id())));

        assertThat(ended(told)).isEqualTo(Recall.How.OVERTAKEN);
        var recall =
                owedDuty(entry).stream()
                        .filter(one -> one.why().equals("replaced"))
                        .findFirst()
                        .orElseThrow();
        var pieces =
                SignedIn.as(CSM, () -> recalls.get(recall.id()))
                        .given()
                        .getFirst()
                        .changes()
                        .stream()
                        .flatMap(change -> change.pieces().stream())
                        .toList();
        assertThat(pieces)
                .filteredOn(piece -> piece.kind() == TextChanges.Kind.REMOVED)
                .anyMatch(piece -> piece.text().contains("30"));
        assertThat(pieces)
                .filteredOn(piece -> piece.kind() == TextChanges.Kind.ADDED)
                .anyMatch(piece -> piece.text().contains("45"));
    }

    @Test
    void aFactThatHasItsOldValueAgainLetsTheVerifierEndWhatItsChangeOpened() {
        var incident = declared(Severity.SEV2, IncidentType.BUG);
        nothingElseAffected(incident.id());
        fact(incident, "30");
        var entry = question("How long does the egret wait?", incident.id(), "");
        var first = releasedWith(entry);
        copied(first, "Halden Outdoor");
        SignedIn.as(WRITER, () -> verifications.name(entry.id(), WRITER.sub(), 30));
        fact(incident, "45");
        fact(incident, "60");
        var told = owedDuty(entry);
        assertThat(told).hasSize(1);
        assertThatThrownBy(() -> SignedIn.as(WRITER, () -> verifications.verify(entry.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("another value than the ledger");

        fact(incident, "30");
        assertThatThrownBy(() -> copied(first, "Brightwater")).isInstanceOf(Refused.class);
        SignedIn.as(WRITER, () -> verifications.verify(entry.id()));

        assertThat(ended(told.getFirst())).isEqualTo(Recall.How.STILL_RIGHT);
        copied(first, "Brightwater");
    }

    private Recall.How ended(Recall recall) {
        return java.util.Objects.requireNonNull(
                        SignedIn.as(CSM, () -> recalls.get(recall.id())).recall().end())
                .how();
    }

    private Entry releasedWith(Entry entry) {
        var draft =
                inReview(
                        entry,
                        EntryFixture.paragraphOf(
                                Map.of("type", "text", "text", "Up to "),
                                Map.of("type", "fact", "attrs", Map.of("key", "longest-delay"))));
        signedByAll(draft);
        return released(entry, draft);
    }

    private void fact(Incident incident, String minutes) {
        SignedIn.as(
                ENGINEER,
                () -> facts.confirm(incident.id(), FactKey.LONGEST_DELAY, minutes, "event ages"));
    }

    private Incident inReview() {
        var incident = declared(Severity.SEV2, IncidentType.BUG);
        nothingElseAffected(incident.id());
        for (var stage :
                List.of(Stage.IDENTIFIED, Stage.MONITORING, Stage.RESOLVED, Stage.REVIEW)) {
            SignedIn.as(COMMANDER, () -> incidents.setStage(incident.id(), stage));
        }
        return incident;
    }

    private Incident close(Incident incident) {
        return SignedIn.as(COMMANDER, () -> incidents.setStage(incident.id(), Stage.CLOSED));
    }

    private List<Recall> owedDuty(Entry entry) {
        return SignedIn.as(CSM, recalls::mine).stream()
                .filter(recall -> recall.entry().equals(entry.id()))
                .filter(recall ->
                        mongo.getCollection("duties")
                                        .countDocuments(
                                                com.mongodb.client.model.Filters.eq(
                                                        "_id", recall.id()))
                                == 1)
                .toList();
    }
}
