package app.candor.duties;

import app.candor.access.Guarded;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.audit.Change;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something owed.
 *
 * @param id chosen by who owes it, so that asking twice owes it once: {@code recall:COPY_ID}
 * @param kind for grouping and for automatic ticking: {@code task}, {@code recall}, {@code tell}
 * @param incident id of the incident it belongs to; null for none
 * @param guarded who may see it
 * @param title what to do, a verb first
 * @param link where to do it, a path in the portal
 * @param owner person id; null while it belongs to everybody of {@code role}
 * @param role who may take it when nobody owns it; null for none
 * @param due UTC; null for no time
 * @param blocking whether the incident stays open while this does
 */
public record Duty(
        String id,
        String kind,
        @Nullable String incident,
        Guarded guarded,
        String title,
        String link,
        @Nullable String owner,
        @Nullable Role role,
        @Nullable Instant due,
        boolean blocking,
        State state) {

    /** Kind of the duty to file a review, which only filing it does. */
    public static final String REVIEW = "review";

    /** Kind of the duty to set an answer right with customers, which only its own page does. */
    public static final String RECALL = "recall";

    /** Where a duty stands. */
    public sealed interface State {
        record Open() implements State {}

        record Done(String by, Instant at) implements State {}

        /** One person asked to set it aside; a second has to agree. */
        record AsideProposed(String by, String reason, Instant at) implements State {}

        record SetAside(String proposedBy, String agreedBy, String reason, Instant at)
                implements State {}
    }

    public boolean isOpen() {
        return state instanceof State.Open || state instanceof State.AsideProposed;
    }

    Change<Duty> done(String by, Instant now) {
        requireOpen();
        return Change.of(
                with(new State.Done(by, now)), new DutyChanged(id, incident, "done", kind));
    }

    /** What is done elsewhere is not ticked off here. */
    Change<Duty> doneByHand(String by, Instant now) {
        if (kind.equals(REVIEW)) {
            throw new Refused("This is done once the review is filed, on the review's own page.");
        }
        if (kind.equals(RECALL)) {
            throw new Refused("This is done on the recall's own page, by who owes it.");
        }
        return done(by, now);
    }

    Change<Duty> move(String to, Guarded nextGuarded, String nextLink) {
        var moved =
                new Duty(
                        id,
                        kind,
                        to,
                        nextGuarded,
                        title,
                        nextLink,
                        owner,
                        role,
                        due,
                        blocking,
                        state);
        return Change.of(moved, new DutyChanged(id, to, "moved", kind));
    }

    Change<Duty> reassign(String to) {
        requireOpen();
        var moved =
                new Duty(id, kind, incident, guarded, title, link, to, role, due, blocking, state);
        return Change.of(moved, new DutyChanged(id, incident, "reassigned", kind));
    }

    Change<Duty> proposeAside(String by, String reason, Instant now) {
        requireOpen();
        if (reason.isBlank()) {
            throw new Refused("Say why this duty is set aside. The audit log keeps the reason.");
        }
        return Change.of(
                with(new State.AsideProposed(by, reason.strip(), now)),
                new DutyChanged(id, incident, "proposed to set aside", kind));
    }

    Change<Duty> agreeAside(String by, Instant now) {
        if (!(state instanceof State.AsideProposed(var proposer, var reason, var at))) {
            throw new Refused("Nobody has proposed to set this duty aside.");
        }
        if (proposer.equals(by)) {
            throw new Refused("A second person has to agree; you proposed it yourself.");
        }
        return Change.of(
                with(new State.SetAside(proposer, by, reason, now)),
                new DutyChanged(id, incident, "set aside", kind));
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new Refused("This duty is already closed.");
        }
    }

    private Duty with(State next) {
        return new Duty(id, kind, incident, guarded, title, link, owner, role, due, blocking, next);
    }

    boolean concerns(String person, java.util.Set<Role> roles) {
        return owner == null ? role != null && roles.contains(role) : Objects.equals(owner, person);
    }
}
