package app.candor.demo.story;

import static app.candor.demo.DemoPerson.COMMANDER2;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.SignedIn;
import app.candor.clocks.IncidentClock.State;
import app.candor.duties.Duties;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.IncidentClocks;
import app.candor.incident.Incidents;
import app.candor.incident.playbook.Playbooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The demo's company keeps its own times. */
@SpringBootTest(properties = {"candor.demo=full", "candor.data=target/test-data/demo-texts"})
class WellRunTest {
    private static final Duration SINCE_THE_LAST_REPORT = Duration.ofMinutes(9);

    @Autowired private Incidents incidents;
    @Autowired private IncidentClocks clocks;
    @Autowired private Playbooks playbooks;
    @Autowired private Duties duties;
    @Autowired private Facts facts;

    @Autowired private StoryClock clock;

    private Instant now = Instant.EPOCH;

    /** Other tests may have run since the story was told, long enough for clocks to ring. */
    @BeforeEach
    void theStoryHasJustBeenTold() {
        now =
                incidents.allAsSystem().stream()
                        .map(Incident::reportedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .plus(SINCE_THE_LAST_REPORT);
        clock.turnTo(now);
    }

    @AfterEach
    void nobodyActs() {
        clock.back();
        SignedIn.out();
    }

    @Test
    void oneStepIsLateAndNothingElse() {
        SignedIn.as(COMMANDER2);

        var late = incidents.allAsSystem().stream().flatMap(this::late).toList();

        assertThat(late)
                .containsExactly("Decide which authorities and contracts call for a notice");
    }

    @Test
    void howManyAreAffectedIsKnownWhereverCustomersWereTold() {
        assertThat(incidents.allAsSystem())
                .filteredOn(incident -> !incident.releases().isEmpty())
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(incident ->
                        facts.asSystem(incident.id()).stream()
                                .anyMatch(fact ->
                                        fact.key().equals("affected-count") && !fact.unknown()));
    }

    private Stream<String> late(Incident incident) {
        var ringing =
                clocks.asSystem(incident).stream()
                        .filter(clock -> clock.state() instanceof State.Breached)
                        .map(clock -> incident.title() + ": " + clock.title());
        var steps =
                playbooks.of(incident.id()).steps().stream()
                        .filter(step -> step.isOverdue(incident, now))
                        .map(step -> step.title());
        var owed =
                duties.ofIncident(incident.id()).stream()
                        .filter(duty -> duty.isOpen() && isPast(duty.due()))
                        .map(duty -> duty.title());
        return Stream.of(ringing, steps, owed).flatMap(each -> each);
    }

    private boolean isPast(@org.jspecify.annotations.Nullable Instant due) {
        return due != null && due.isBefore(now);
    }
}
