package app.candor.delivery;

import app.candor.delivery.Attempt.Result;
import com.mongodb.MongoException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes due messages from the outbox and hands them to the mail server. Taking one is a conditional
 * update with a lease, so no two nodes send at once; the lease is extended while an attempt runs
 * and ends by itself when the node dies.
 */
@Component
class Courier {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 4;
    private static final int BATCH = 50;

    /**
     * An attempt that this node has begun.
     *
     * @param token made for this attempt alone, so that nobody else holds the same lease
     */
    private record Held(String id, int attempt, String token) {}

    private final Deliveries deliveries;
    private final MailContent content;
    private final MailServer server;
    private final DeliverySettings settings;
    private final Clock clock;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final Map<Held, Outcome> unrecorded = new ConcurrentHashMap<>();

    Courier(
            Deliveries deliveries,
            MailContent content,
            MailServer server,
            DeliverySettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.content = content;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends what is due and returns when all of it was tried. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT3S")
    void deliverDue() {
        if (!server.isConfigured()) {
            return;
        }
        unrecorded.forEach(this::record);
        var due = deliveries.due(clock.instant(), BATCH);
        try (var workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            due.forEach(one -> workers.execute(() -> deliver(one.id())));
        }
    }

    /** Says that this node lives, for everything it holds. */
    @Scheduled(fixedDelayString = "PT10S")
    void extendLeases() {
        for (var one : held) {
            deliveries.change(
                    one.id(),
                    delivery ->
                            delivery.extendLease(
                                    one.token(), one.attempt(), settings.lease(), clock.instant()));
        }
    }

    private void deliver(String id) {
        var token = UUID.randomUUID().toString();
        var claimed =
                deliveries.change(
                        id, delivery -> delivery.claim(token, settings.lease(), clock.instant()));
        var mine = new Held(id, claimed.attempts().size(), token);
        if (!claimed.isHeldBy(token, mine.attempt())) {
            return;
        }
        held.add(mine);
        try {
            record(mine, send(claimed));
        } finally {
            if (!unrecorded.containsKey(mine)) {
                held.remove(mine);
            }
        }
    }

    private Outcome send(Delivery delivery) {
        byte[] bytes;
        try {
            bytes = content.read(delivery.sha256(), delivery.size());
        } catch (IllegalStateException damaged) {
            log.error("Delivery {} cannot be sent: its stored bytes are damaged", delivery.id());
            return new Outcome(Result.REFUSED, "The stored message is damaged", true);
        }
        return server.send(bytes);
    }

    private void record(Held mine, Outcome outcome) {
        try {
            deliveries.change(
                    mine.id(),
                    delivery ->
                            delivery.record(
                                    mine.attempt(), outcome, settings.backoff(), clock.instant()));
            unrecorded.remove(mine);
            held.remove(mine);
        } catch (DataAccessException | MongoException away) {
            unrecorded.put(mine, outcome);
            log.warn(
                    "Attempt {} of delivery {} ended but is not recorded yet: {}",
                    mine.attempt(),
                    mine.id(),
                    away.getClass().getSimpleName());
        }
    }
}
