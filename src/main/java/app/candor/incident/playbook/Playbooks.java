package app.candor.incident.playbook;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.audit.Told;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.IncidentEvent;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RefusedActs;
import app.candor.incident.record.Links;
import app.candor.policy.PlaybookPolicy;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The desk where playbook steps are ticked off. A run begins with the first report; which playbooks
 * it holds follows the incident's type, and steps tick by themselves when what they ask for
 * happened.
 */
@Service
public class Playbooks {
    private final AggregateStore<Run> store;
    private final Incidents incidents;
    private final Facts facts;
    private final Links links;
    private final Policies policies;
    private final Access access;
    private final RefusedActs refused;
    private final Clock clock;

    Playbooks(
            AggregateStores stores,
            Incidents incidents,
            Facts facts,
            Links links,
            Policies policies,
            Access access,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("playbook_runs", Run.class);
        this.incidents = incidents;
        this.facts = facts;
        this.links = links;
        this.policies = policies;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * @throws NotFound if the current person may not read the incident
     */
    public Run of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return store.find(incidentId).orElseGet(() -> Run.empty(incidentId));
    }

    /**
     * @param step key of the step
     * @throws Refused if it is settled already
     */
    public Run done(String incidentId, String step) {
        return change(incidentId, (run, person) -> run.done(step, person.id(), clock.instant()));
    }

    /**
     * @throws Refused without a reason, or if it is settled already
     */
    public Run skip(String incidentId, String step, String reason) {
        return change(
                incidentId,
                (run, person) -> run.skipped(step, reason, person.id(), clock.instant()));
    }

    /** Takes a mark away; from then on only a hand ticks the step. */
    public Run reopen(String incidentId, String step) {
        return change(incidentId, (run, person) -> run.reopened(step));
    }

    @EventListener
    @Order(10)
    void on(Told<? extends IncidentEvent> told) {
        if (told.event() instanceof StepMarked) {
            return;
        }
        var incident = incidents.asSystem(told.event().incidentId());
        if (incident.stage().isOver()) {
            return;
        }
        open(incident.id());
        var active = policies.active(PolicyKind.PLAYBOOKS).number();
        var come =
                Triggers.come(
                        incident, facts.asSystem(incident.id()), links.hasCall(incident.id()));
        store.change(
                incident.id(),
                run -> {
                    var version = run.policyVersion() == 0 ? active : run.policyVersion();
                    var fitting = fitting(policies.playbooks(version), incident);
                    return run.fitted(version, fitting).tickedBy(come, told.actor(), told.at());
                });
    }

    private static List<PlaybookPolicy.Playbook> fitting(PlaybookPolicy policy, Incident incident) {
        return policy.playbooks().stream()
                .filter(playbook -> fits(playbook, incident.type()))
                .toList();
    }

    private static boolean fits(PlaybookPolicy.Playbook playbook, @Nullable IncidentType type) {
        return type == null ? playbook.fromReport() : playbook.types().contains(type.name());
    }

    private Run change(String incidentId, BiFunction<Run, Person, Change<Run>> transition) {
        return refused.recorded(
                incidentId,
                Act.TICK_STEP,
                () -> {
                    var person = access.require(Act.TICK_STEP, incidents.guarded(incidentId));
                    return store.change(incidentId, run -> transition.apply(run, person));
                });
    }

    private void open(String incidentId) {
        if (store.find(incidentId).isEmpty()) {
            try {
                store.insert(incidentId, Change.of(Run.empty(incidentId)));
            } catch (DuplicateKeyException somebodyWasFirst) {
                return;
            }
        }
    }
}
