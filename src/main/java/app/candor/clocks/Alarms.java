package app.candor.clocks;

import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Rings every alarm once. What rang is a document with the alarm's id: on many nodes the first to
 * insert it rings, and a restart neither forgets an alarm nor rings it again. Who is told is the
 * matter of those who listen to {@link AlarmRang}.
 */
@Service
public class Alarms {
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private final List<AlarmSource> sources;
    private final AggregateStore<Rung> rung;
    private final Clock clock;

    /**
     * Of what is due, what is known to have been rung: that never changes, so nobody asks again.
     */
    private volatile Set<String> known = Set.of();

    /** What is kept of an alarm. */
    record Rung(String id, String kind, Instant at) {}

    Alarms(List<AlarmSource> sources, AggregateStores stores, Clock clock) {
        this.sources = sources;
        this.rung = stores.of("alarms", Rung.class);
        this.clock = clock;
    }

    /** Rings what is due; a source that fails keeps no other from ringing. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT10S")
    public void ring() {
        var now = clock.instant();
        var rungByNow = new HashSet<String>();
        for (var source : sources) {
            try {
                for (var alarm : source.due(now)) {
                    ring(alarm, now);
                    rungByNow.add(alarm.id());
                }
            } catch (RuntimeException failure) {
                log.warn(
                        "Alarms of {} are tried again: {}",
                        source.getClass().getSimpleName(),
                        failure.toString());
            }
        }
        known = Set.copyOf(rungByNow);
    }

    private void ring(Alarm alarm, Instant now) {
        if (known.contains(alarm.id()) || rung.find(alarm.id()).isPresent()) {
            return;
        }
        try {
            rung.insert(
                    alarm.id(),
                    Change.of(
                            new Rung(alarm.id(), alarm.kind(), now),
                            new AlarmRang(
                                    alarm.id(), alarm.kind(), alarm.incident(), alarm.facts())));
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            return;
        }
    }
}
