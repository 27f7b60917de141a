package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.comms.Draft;
import app.candor.comms.DraftKind;
import app.candor.comms.SubmissionHold;
import app.candor.incident.Incidents;
import app.candor.policy.FaqPolicy;
import app.candor.policy.Policies;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The desk for what customers will ask whether it was affected. Engineering answers with evidence;
 * until all is answered, no FAQ answer of the incident goes before its signers.
 */
@Service
public class Negatives implements SubmissionHold {
    private final AggregateStore<FaqPlan> store;
    private final Incidents incidents;
    private final Policies policies;
    private final Access access;
    private final Clock clock;

    Negatives(
            AggregateStores stores,
            Incidents incidents,
            Policies policies,
            Access access,
            Clock clock) {
        this.store = stores.of("faq_plans", FaqPlan.class);
        this.incidents = incidents;
        this.policies = policies;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @throws NotFound unless the current person may read the incident
     */
    public FaqPlan of(String incident) {
        access.require(Act.READ, incidents.guarded(incident));
        return store.find(incident).orElseGet(() -> FaqPlan.of(incident));
    }

    /** What the policy asks of an incident of this type; empty before it has one. */
    public List<FaqPolicy.Negative> asked(String incident) {
        access.require(Act.READ, incidents.guarded(incident));
        return askedOf(incident);
    }

    /** Of those asked, the ones that nobody answered yet. */
    public List<FaqPolicy.Negative> unanswered(String incident) {
        access.require(Act.READ, incidents.guarded(incident));
        return open(incident);
    }

    /**
     * @param affected whether it was affected after all
     * @param evidence 1 to 1,000 characters
     * @throws Refused without evidence or the right to confirm facts
     */
    public FaqPlan answer(String incident, String key, boolean affected, String evidence) {
        var person = access.require(Act.CONFIRM_FACT, incidents.guarded(incident));
        var question =
                askedOf(incident).stream()
                        .filter(asked -> asked.key().equals(key))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return change(
                incident,
                plan ->
                        plan.found(
                                key,
                                question.question(),
                                affected,
                                evidence,
                                person.id(),
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /**
     * Records that the incident gets no FAQ.
     *
     * @throws Refused without a reason or the right to draft or to decide on messages
     */
    public FaqPlan skip(String incident, String reason) {
        var person = access.require(Act.PROPOSE_COMMS, incidents.guarded(incident));
        return change(
                incident,
                plan ->
                        plan.skip(
                                person.id(),
                                reason,
                                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** It gets one after all. */
    public FaqPlan takeUp(String incident) {
        access.require(Act.PROPOSE_COMMS, incidents.guarded(incident));
        return change(incident, FaqPlan::unskip);
    }

    @Override
    public List<String> reasons(Draft draft) {
        var incident = draft.incident();
        if (incident == null || draft.kind() != DraftKind.FAQ_ANSWER) {
            return List.of();
        }
        return open(incident).stream()
                .map(asked -> "Engineering has not answered yet: “" + asked.question() + "”")
                .toList();
    }

    private List<FaqPolicy.Negative> open(String incident) {
        var answered = store.find(incident).orElseGet(() -> FaqPlan.of(incident)).findings();
        return askedOf(incident).stream()
                .filter(asked -> !answered.containsKey(asked.key()))
                .toList();
    }

    private List<FaqPolicy.Negative> askedOf(String incident) {
        var type = incidents.asSystem(incident).type();
        return type == null ? List.of() : policies.faq().negativesOf(type.name());
    }

    private FaqPlan change(String incident, Function<FaqPlan, Change<FaqPlan>> transition) {
        if (store.find(incident).isEmpty()) {
            try {
                return store.insert(incident, transition.apply(FaqPlan.of(incident)));
            } catch (DuplicateKeyException somebodyWasFirst) {
                return store.change(incident, transition);
            }
        }
        return store.change(incident, transition);
    }
}
