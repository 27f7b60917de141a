package app.candor.audit;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.IncidentGuards;
import app.candor.access.IncidentGuards.GuardedIncident;
import app.candor.access.People;
import app.candor.access.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * The desk where auditors read the log. Entries of an incident that the reader may not read do not
 * exist for them, and neither do entries whose incident nobody can vouch for.
 */
@Service
public class AuditReading {
    private static final int BATCH = 200;

    private final AuditLog log;
    private final Access access;
    private final People people;
    private final ObjectProvider<IncidentGuards> guards;

    AuditReading(
            AuditLog log, Access access, People people, ObjectProvider<IncidentGuards> guards) {
        this.log = log;
        this.access = access;
        this.people = people;
        this.guards = guards;
    }

    /**
     * @param incidentKey key of the entry's incident; empty for none
     * @param actor name of who did it
     * @param facts with people named
     */
    public record Line(
            AuditEntry entry, String incidentKey, String actor, Map<String, String> facts) {}

    /**
     * @param before pass as {@code before} to go on; null at the end
     */
    public record Sheet(List<Line> lines, @Nullable Long before) {}

    /**
     * Entries the reader may see, newest first.
     *
     * @param before entries with a smaller number only; {@link Long#MAX_VALUE} to begin
     * @param words all must occur in action, subject, key, actor or facts; empty for everything
     * @param limit 1 to 200
     * @throws app.candor.access.Refused unless the reader may read the log
     */
    public Sheet read(long before, String words, int limit) {
        var reader = access.require(Act.READ_AUDIT, Guarded.open());
        var known = new HashMap<String, Optional<GuardedIncident>>();
        var lines = new ArrayList<Line>();
        var next = before;
        while (true) {
            var batch = log.before(next, BATCH);
            var names = people.byIds(mentioned(batch));
            for (var entry : batch) {
                next = entry.number();
                line(entry, reader, known, names)
                        .filter(line -> matches(line, words))
                        .ifPresent(lines::add);
                if (lines.size() == Math.clamp(limit, 1, BATCH)) {
                    return new Sheet(lines, next);
                }
            }
            if (batch.size() < BATCH) {
                return new Sheet(lines, null);
            }
        }
    }

    /**
     * Walks the whole chain.
     *
     * @return the number of the first entry that was changed or removed; empty when all is well
     * @throws app.candor.access.Refused unless the reader may read the log
     */
    public Optional<Long> verify() {
        access.require(Act.READ_AUDIT, Guarded.open());
        return log.firstBroken();
    }

    /**
     * Whether the log still holds a head that was noted outside of it.
     *
     * @param hash 64 hex digits, as on a sign-off sheet
     * @throws app.candor.access.Refused unless the reader may read the log
     */
    public boolean holds(long number, String hash) {
        access.require(Act.READ_AUDIT, Guarded.open());
        return log.holds(number, hash.strip().toLowerCase(java.util.Locale.ROOT));
    }

    private Optional<Line> line(
            AuditEntry entry,
            Person reader,
            Map<String, Optional<GuardedIncident>> known,
            Map<String, Person> names) {
        var key = "";
        if (entry.incident() != null) {
            var incident = known.computeIfAbsent(entry.incident(), this::guarded);
            if (incident.filter(found -> access.may(reader, Act.READ, found.guarded())).isEmpty()) {
                return Optional.empty();
            }
            key = incident.get().key();
        }
        var facts = new java.util.TreeMap<String, String>();
        entry.facts().forEach((name, value) -> facts.put(name, named(value, names)));
        return Optional.of(new Line(entry, key, named(entry.actor(), names), facts));
    }

    private Optional<GuardedIncident> guarded(String incident) {
        return Optional.ofNullable(guards.getIfAvailable()).flatMap(all -> all.find(incident));
    }

    private static List<String> mentioned(List<AuditEntry> entries) {
        return entries.stream()
                .<String>mapMulti((entry, ids) -> {
                    ids.accept(entry.actor());
                    entry.facts().values().forEach(ids);
                })
                .distinct()
                .toList();
    }

    private static String named(String value, Map<String, Person> names) {
        var person = names.get(value);
        return person == null ? value : person.name();
    }

    private static boolean matches(Line line, String words) {
        var text =
                String.join(
                                " ",
                                line.entry().action(),
                                line.entry().subject(),
                                line.incidentKey(),
                                line.actor(),
                                String.join(" ", line.facts().values()))
                        .toLowerCase(java.util.Locale.ROOT);
        return java.util.Arrays.stream(
                        words.toLowerCase(java.util.Locale.ROOT).strip().split("\\s+"))
                .allMatch(text::contains);
    }
}
