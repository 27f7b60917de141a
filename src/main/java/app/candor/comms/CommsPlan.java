package app.candor.comms;

import app.candor.access.Refused;
import app.candor.audit.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is told something about one incident, decided group by group.
 *
 * @param decisions at most one a group; a group without one is a gap
 */
public record CommsPlan(String incident, List<Decision> decisions) {

    /**
     * @param by person id of who said it
     * @param decided false while only proposed
     */
    public record Decision(
            DecidedAudience audience,
            Reach reach,
            String reason,
            String by,
            Instant at,
            boolean decided) {}

    public CommsPlan {
        decisions = List.copyOf(decisions);
    }

    static CommsPlan undecided(String incident) {
        return new CommsPlan(incident, List.of());
    }

    public Optional<Decision> of(DecidedAudience audience) {
        return decisions.stream().filter(said -> said.audience() == audience).findFirst();
    }

    /** Groups nobody has decided about. */
    public List<DecidedAudience> gaps() {
        return Arrays.stream(DecidedAudience.values())
                .filter(group -> of(group).filter(Decision::decided).isEmpty())
                .toList();
    }

    /**
     * @throws Refused without a reason, or if the reach does not fit the group
     */
    Change<CommsPlan> say(Decision said) {
        if (said.reason().isBlank()) {
            throw new Refused("Say why. The reason stays with the decision.");
        }
        if (!said.reach().fits(said.audience())) {
            throw new Refused(
                    said.audience().label() + " cannot be told as “" + said.reach().label() + "”.");
        }
        @Nullable Decision before = of(said.audience()).orElse(null);
        if (before != null && before.decided() && !said.decided()) {
            throw new Refused("The commander has decided this already. Ask them to change it.");
        }
        var next = new ArrayList<>(decisions);
        next.removeIf(other -> other.audience() == said.audience());
        next.add(said);
        return Change.of(
                new CommsPlan(incident, next),
                new CommsDecided(incident, said.audience(), said.reach(), said.decided()));
    }
}
