package app.candor.demo.story;

import app.candor.incident.Stage;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.annotation.Order;

/** What is ready to leave at once, signed before anything happened. */
@PartOfTheStory
@Order(2)
class PreparedNotices implements Chapter {
    private final Desks desks;

    PreparedNotices(Desks desks) {
        this.desks = desks;
    }

    @Override
    public void tell(Instant now, StoryClock clock) {
        clock.turnTo(now.minus(Duration.ofDays(20)));
        var until = now.plus(Duration.ofDays(160));
        desks.signInAdvance(Stage.INVESTIGATING, until, "Our service is disturbed");
        desks.signInAdvance(Stage.IDENTIFIED, until, "Our service is disturbed: cause found");
        desks.signInAdvance(Stage.MONITORING, until, "Our service works again");
        clock.turnTo(now.minus(Duration.ofDays(18)));
        desks.signInAdvance(
                Stage.RESOLVED,
                now.plus(Duration.ofDays(12)),
                "The disturbance of our service is over");
    }
}
