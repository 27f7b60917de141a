package app.candor.comms;

import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.policy.Severity;
import org.jspecify.annotations.Nullable;

/** Where drafts learn of their incidents. Checks no rights. */
interface Occasions {

    /**
     * @param incident id; null for an evergreen text
     * @throws NotFound if there is no such incident
     */
    Occasion of(@Nullable String incident);

    /**
     * Who may see and touch what belongs to the incident; cheaper than {@link #of}.
     *
     * @throws NotFound if there is no such incident
     */
    Guarded guarded(@Nullable String incident);

    /**
     * How bad it is by now, null while nobody has said or for an evergreen text; cheaper than
     * {@link #of}.
     *
     * @throws NotFound if there is no such incident
     */
    @Nullable Severity severity(@Nullable String incident);
}
