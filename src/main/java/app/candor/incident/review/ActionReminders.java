package app.candor.incident.review;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.People;
import app.candor.duties.Duties;
import app.candor.duties.Duty;
import app.candor.incident.Incidents;
import app.candor.notify.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds owners of actions a day before they are due, when they are due and each week after. Every
 * reminder has an id of its own, so that many nodes remind once.
 */
@Component
class ActionReminders {
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration AGAIN = Duration.ofDays(7);

    private final Duties duties;
    private final Incidents incidents;
    private final Inbox inbox;
    private final Access access;
    private final People people;
    private final Clock clock;

    ActionReminders(
            Duties duties,
            Incidents incidents,
            Inbox inbox,
            Access access,
            People people,
            Clock clock) {
        this.duties = duties;
        this.incidents = incidents;
        this.inbox = inbox;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void remind() {
        var now = clock.instant();
        for (var action : duties.openOfKind(Reviews.ACTION, now.plus(BEFORE))) {
            remind(action, now);
        }
    }

    private void remind(Duty action, Instant now) {
        var due = action.due();
        var owner = action.owner();
        var incidentId = action.incident();
        if (due == null || owner == null || incidentId == null) {
            return;
        }
        var incident = incidents.asSystem(incidentId);
        var reads =
                people.find(owner)
                        .filter(person -> access.may(person, Act.READ, incident.guarded()))
                        .isPresent();
        if (reads) {
            var late = now.isAfter(due);
            var weeks = late ? Duration.between(due, now).dividedBy(AGAIN) : -1;
            inbox.tell(
                    "remind:" + action.id() + ":" + due.getEpochSecond() + ":" + weeks,
                    List.of(owner),
                    "An action from "
                            + incident.key()
                            + (late ? " is overdue" : " is due within a day"),
                    action.link());
        }
    }
}
