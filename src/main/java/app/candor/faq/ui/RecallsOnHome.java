package app.candor.faq.ui;

import app.candor.access.Person;
import app.candor.faq.Recalls;
import app.candor.shell.NavCounts;
import app.candor.shell.WaitingItem;
import app.candor.shell.WaitingItems;
import app.candor.uikit.Glyph;
import app.candor.uikit.Times;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Recalls as a number in the navigation; on home those whose duty is not shown, since the person
 * may not know of the incident.
 */
@Component
class RecallsOnHome implements WaitingItems, NavCounts {
    private final Recalls recalls;
    private final Clock clock;

    RecallsOnHome(Recalls recalls, Clock clock) {
        this.recalls = recalls;
        this.clock = clock;
    }

    @Override
    public List<WaitingItem> waitingFor(Person person) {
        return recalls.beyondDuties(person).stream()
                .map(recall ->
                        new WaitingItem(
                                Glyph.REFRESH,
                                "Correct an answer with those who were given it",
                                "yours · due " + Times.near(recall.due(), clock.instant()),
                                "Open",
                                recall.path(),
                                recall.due()))
                .toList();
    }

    @Override
    public Map<String, Count> countsFor(Person person) {
        return Map.of("recalls", new Count(recalls.openOf(person).size(), true));
    }
}
