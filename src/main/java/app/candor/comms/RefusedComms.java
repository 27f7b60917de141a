package app.candor.comms;

import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.StepUpNeeded;
import app.candor.audit.AuditLog;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes refused acts to the audit log before the answer. */
@Component
class RefusedComms {
    private final AuditLog audit;
    private final People people;

    RefusedComms(AuditLog audit, People people) {
        this.audit = audit;
        this.people = people;
    }

    /** Runs the attempt; what it refuses is recorded, without words that people wrote. */
    <R> R recorded(String subject, @Nullable String incident, Act act, Supplier<R> attempt) {
        try {
            return attempt.get();
        } catch (StepUpNeeded notYet) {
            throw notYet;
        } catch (TextMoved moved) {
            record(subject, incident, act, "another revision");
            throw moved;
        } catch (Refused refused) {
            record(subject, incident, act, "not allowed");
            throw refused;
        } catch (NotFound notFound) {
            record(subject, incident, act, "not visible");
            throw notFound;
        }
    }

    private void record(String subject, @Nullable String incident, Act act, String reason) {
        audit.refused(
                people.signedIn().map(Person::id).orElse("system"),
                act.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                subject,
                incident,
                reason);
    }
}
