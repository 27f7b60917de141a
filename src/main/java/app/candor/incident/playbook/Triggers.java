package app.candor.incident.playbook;

import static app.candor.policy.PlaybookPolicy.Trigger;

import app.candor.incident.Audience;
import app.candor.incident.Fact;
import app.candor.incident.FactKey;
import app.candor.incident.Incident;
import app.candor.incident.Incident.Release.Means;
import app.candor.incident.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which triggers have come, read from how an incident stands: asked again it answers the same. */
final class Triggers {
    private final Incident incident;
    private final List<Fact> facts;
    private final boolean callLinked;

    private Triggers(Incident incident, List<Fact> facts, boolean callLinked) {
        this.incident = incident;
        this.facts = facts;
        this.callLinked = callLinked;
    }

    static Set<Trigger> come(Incident incident, List<Fact> facts, boolean callLinked) {
        var triggers = new Triggers(incident, facts, callLinked);
        var come = EnumSet.noneOf(Trigger.class);
        for (var trigger : Trigger.values()) {
            if (triggers.has(trigger)) {
                come.add(trigger);
            }
        }
        return come;
    }

    private boolean has(Trigger trigger) {
        return switch (trigger) {
            case REPORTED -> true;
            case IMPACT_KNOWN -> known(FactKey.AFFECTED_COUNT);
            case CONFIRMED -> incident.confirmedAt() != null;
            case DECLARED -> incident.declaredAt() != null;
            case CUSTOMERS_TOLD -> told(Audience.CUSTOMERS);
            case STATUS_PAGE_UPDATED -> toCustomersBy(Means.STATUS_PAGE).findAny().isPresent();
            case CUSTOMERS_WRITTEN_TO -> toCustomersBy(Means.MESSAGE).findAny().isPresent();
            case STAFF_TOLD -> told(Audience.STAFF);
            case CALL_OPENED -> callLinked;
            case IDENTIFIED -> entered(Stage.IDENTIFIED);
            case CUSTOMERS_TOLD_CAUSE -> updatedSince(Stage.IDENTIFIED);
            case RESOLVED -> resolved();
            case CATCH_UP_KNOWN -> resolved() && known(FactKey.CAUGHT_UP_BY);
            case CUSTOMERS_TOLD_RESOLVED -> resolved() && updatedSince(Stage.RESOLVED);
        };
    }

    private boolean known(FactKey key) {
        return facts.stream().anyMatch(fact -> fact.key().equals(key.key()) && !fact.unknown());
    }

    private boolean told(Audience audience) {
        return incident.releases().stream().anyMatch(release -> release.audience() == audience);
    }

    private boolean entered(Stage stage) {
        return incident.stages().containsKey(stage);
    }

    private boolean updatedSince(Stage stage) {
        var since = incident.stages().get(stage);
        return since != null
                && toCustomersBy(Means.STATUS_PAGE)
                        .anyMatch(release -> !release.at().isBefore(since));
    }

    private Stream<Incident.Release> toCustomersBy(Means means) {
        return incident.releases().stream()
                .filter(release -> release.audience() == Audience.CUSTOMERS)
                .filter(release -> release.means() == means);
    }

    private boolean resolved() {
        return incident.stage().isBehind();
    }
}
