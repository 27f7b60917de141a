package app.candor.comms.ui;

import app.candor.access.Person;
import app.candor.comms.Draft;
import app.candor.comms.Signing;
import app.candor.incident.Incidents;
import app.candor.policy.GatePolicy.Gate;
import app.candor.shell.NavCounts;
import app.candor.shell.WaitingItem;
import app.candor.shell.WaitingItems;
import app.candor.uikit.Glyph;
import app.candor.uikit.Times;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Texts that wait for the reader's name, on home and as a number in the navigation. */
@Component
class ApprovalsOnHome implements WaitingItems, NavCounts {
    private final Signing signing;
    private final Incidents incidents;
    private final Clock clock;

    ApprovalsOnHome(Signing signing, Incidents incidents, Clock clock) {
        this.signing = signing;
        this.incidents = incidents;
        this.clock = clock;
    }

    @Override
    public List<WaitingItem> waitingFor(Person person) {
        return signing.waitingFor(person).stream().map(draft -> waiting(draft, person)).toList();
    }

    @Override
    public Map<String, Count> countsFor(Person person) {
        return Map.of("approvals", new Count(signing.waitingFor(person).size(), true));
    }

    private WaitingItem waiting(Draft draft, Person person) {
        var gates =
                signing.waitingFor(draft, person).stream()
                        .map(Gate::title)
                        .collect(Collectors.joining(", "));
        var incident = draft.incident();
        var key = incident == null ? "Evergreen" : incidents.get(incident).key();
        var since =
                draft.review()
                        .map(review -> Times.near(review.submittedAt(), clock.instant()))
                        .orElse("");
        return new WaitingItem(
                Glyph.SHIELD,
                draft.title(),
                "%s · %s · since %s".formatted(key, gates, since),
                "Read and sign",
                "approvals/" + draft.id(),
                null);
    }
}
