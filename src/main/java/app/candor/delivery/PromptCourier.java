package app.candor.delivery;

import app.candor.audit.Told;
import com.mongodb.MongoException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Sends what was just posted or asked for again at once; the courier's own rounds are the second
 * net. Where nothing is scheduled, nothing leaves by itself.
 */
@Component
class PromptCourier {
    private static final Logger log = LoggerFactory.getLogger(PromptCourier.class);

    private final Courier courier;
    private final ObjectProvider<TaskScheduler> rounds;
    private final AtomicBoolean woken = new AtomicBoolean();

    PromptCourier(Courier courier, ObjectProvider<TaskScheduler> rounds) {
        this.courier = courier;
        this.rounds = rounds;
    }

    @EventListener
    void on(Told<DeliveryChanged> told) {
        var action = told.event().action();
        if (action.equals("queued") || action.equals("asked for again")) {
            rounds.ifUnique(this::wake);
        }
    }

    private void wake(TaskScheduler scheduler) {
        if (woken.compareAndSet(false, true)) {
            scheduler.schedule(this::deliver, scheduler.getClock().instant());
        }
    }

    private void deliver() {
        woken.set(false);
        try {
            courier.deliverDue();
        } catch (DataAccessException | MongoException away) {
            log.warn("Deliveries wait for the next round: {}", away.getClass().getSimpleName());
        }
    }
}
