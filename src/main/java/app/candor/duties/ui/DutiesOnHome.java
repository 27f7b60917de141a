package app.candor.duties.ui;

import app.candor.access.Person;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.shell.DueItem;
import app.candor.shell.DueItems;
import app.candor.shell.WaitingItem;
import app.candor.shell.WaitingItems;
import app.candor.uikit.Glyph;
import app.candor.uikit.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Open duties of a person, as home shows them. */
@Component
class DutiesOnHome implements WaitingItems, DueItems {
    /** From when a duty with a time is amber. */
    private static final Duration WARNING = Duration.ofMinutes(15);

    private final Duties duties;
    private final Clock clock;

    DutiesOnHome(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public List<WaitingItem> waitingFor(Person person) {
        return duties.waitingFor(person).stream().map(duty -> waiting(duty, person)).toList();
    }

    @Override
    public List<DueItem> dueFor(Person person) {
        return duties.waitingFor(person).stream().flatMap(DutiesOnHome::due).toList();
    }

    private WaitingItem waiting(Duty duty, Person person) {
        var owner = person.id().equals(duty.owner()) ? "yours" : "anyone with your role";
        var time =
                Optional.ofNullable(duty.due())
                        .map(due -> " · due " + Times.near(due, clock.instant()))
                        .orElse("");
        var holds = duty.blocking() ? " · holds the incident open" : "";
        return new WaitingItem(
                duty.kind().equals("recall") ? Glyph.REFRESH : Glyph.CHECKLIST,
                duty.title(),
                owner + time + holds,
                "Open",
                duty.link(),
                duty.due());
    }

    private static Stream<DueItem> due(Duty duty) {
        Instant due = duty.due();
        return due == null
                ? Stream.empty()
                : Stream.of(new DueItem(due, due.minus(WARNING), duty.title(), "", duty.link()));
    }
}
