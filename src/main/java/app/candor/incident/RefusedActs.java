package app.candor.incident;

import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.AuditLog;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Writes refused acts to the audit log before the answer. */
@Component
public class RefusedActs {
    private final AuditLog audit;
    private final People people;

    RefusedActs(AuditLog audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    /** Runs the attempt; what it refuses is recorded and thrown on. */
    public <R> R recorded(String incident, Act act, Supplier<R> attempt) {
        try {
            return attempt.get();
        } catch (Refused refused) {
            record(incident, act, "not allowed");
            throw refused;
        } catch (NotFound notFound) {
            record(incident, act, "not visible");
            throw notFound;
        }
    }

    /** As {@link #recorded(String, Act, Supplier)} for an act on no incident that is known yet. */
    <R> R recorded(Act act, Supplier<R> attempt) {
        try {
            return attempt.get();
        } catch (Refused refused) {
            audit.refused(actor(), name(act), "incidents", null, "not allowed");
            throw refused;
        }
    }

    private String actor() {
        return people.signedIn().map(Person::id).orElse("system");
    }

    private static String name(Act act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The reason stays a code: messages can hold words that people wrote. */
    private void record(String incident, Act act, String reason) {
        audit.refused(actor(), name(act), "incident:" + incident, incident, reason);
    }
}
