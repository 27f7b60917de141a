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

    /** The reason stays a code: messages can hold words that people wrote. */
    private void record(String incident, Act act, String reason) {
        audit.refused(
                people.signedIn().map(Person::id).orElse("system"),
                act.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "incident:" + incident,
                incident,
                reason);
    }
}
