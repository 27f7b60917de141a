package app.candor.incident.playbook;

import app.candor.incident.Incident;
import app.candor.incident.Stage;
import app.candor.policy.PlaybookPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a playbook in one incident, as it was when the playbook began.
 *
 * @param playbook id of the playbook
 * @param playbookTitle its name
 * @param source where the playbook comes from
 * @param id unique within the playbook
 * @param owner who does it, as the company calls them
 * @param due null for no time
 * @param tickedBy what ticks it without a hand; null for nothing
 */
public record RunStep(
        String playbook,
        String playbookTitle,
        String source,
        String id,
        String title,
        String owner,
        String detail,
        PlaybookPolicy.@Nullable Due due,
        PlaybookPolicy.@Nullable Trigger tickedBy,
        Mark mark) {

    /** Whether it is done. */
    public sealed interface Mark {

        /**
         * @param byHand somebody took a mark away: nothing ticks it by itself any more
         */
        record Open(boolean byHand) implements Mark {}

        /**
         * @param by person id of who did it, or whose act ticked it
         * @param byItself whether an event ticked it
         */
        record Done(String by, Instant at, boolean byItself) implements Mark {}

        record Skipped(String by, Instant at, String reason) implements Mark {}
    }

    static RunStep of(PlaybookPolicy.Playbook playbook, PlaybookPolicy.Step step) {
        return new RunStep(
                playbook.id(),
                playbook.title(),
                playbook.source(),
                step.id(),
                step.title(),
                step.owner(),
                step.detail(),
                step.due(),
                step.tickedBy(),
                new Mark.Open(false));
    }

    /** Unique within the run: {@code response/4}. */
    public String key() {
        return playbook + "/" + id;
    }

    public boolean isOpen() {
        return mark instanceof Mark.Open;
    }

    /** When it has to be done; empty while its moment has not come, or without a time. */
    public Optional<Instant> dueAt(Incident incident) {
        if (due == null) {
            return Optional.empty();
        }
        return moment(incident, due.since()).map(at -> at.plus(Duration.ofMinutes(due.minutes())));
    }

    /** Open beyond its time; what nobody can do any more is not overdue but over. */
    public boolean isOverdue(Incident incident, Instant now) {
        return isOpen()
                && !incident.stage().isOver()
                && dueAt(incident).filter(now::isAfter).isPresent();
    }

    RunStep with(Mark next) {
        return new RunStep(
                playbook, playbookTitle, source, id, title, owner, detail, due, tickedBy, next);
    }

    private static Optional<Instant> moment(Incident incident, PlaybookPolicy.Moment moment) {
        return Optional.ofNullable(
                switch (moment) {
                    case REPORTED -> incident.reportedAt();
                    case CONFIRMED -> incident.confirmedAt();
                    case DECLARED -> incident.declaredAt();
                    case IDENTIFIED -> incident.stages().get(Stage.IDENTIFIED);
                    case MONITORING -> incident.stages().get(Stage.MONITORING);
                    case RESOLVED -> incident.stages().get(Stage.RESOLVED);
                });
    }
}
