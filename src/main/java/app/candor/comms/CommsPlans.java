package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.incident.Audience;
import app.candor.incident.Incidents;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The desk where it is decided who is told something about an incident. */
@Service
public class CommsPlans {
    private final AggregateStore<CommsPlan> store;
    private final Incidents incidents;
    private final Access access;
    private final RefusedComms refused;
    private final Clock clock;

    CommsPlans(
            AggregateStores stores,
            Incidents incidents,
            Access access,
            RefusedComms refused,
            Clock clock) {
        this.store = stores.of("comms_plans", CommsPlan.class);
        this.incidents = incidents;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /** What was decided so far; an empty plan if nothing was. */
    public CommsPlan of(String incident) {
        access.require(Act.READ, incidents.guarded(incident));
        return store.find(incident).orElseGet(() -> CommsPlan.undecided(incident));
    }

    /**
     * Decides for the commander, proposes for the communications lead.
     *
     * @throws Refused without the role or a reason
     */
    public CommsPlan say(String incident, DecidedAudience audience, Reach reach, String reason) {
        return refused.recorded(
                "comms:" + incident,
                incident,
                Act.PROPOSE_COMMS,
                () -> {
                    var guarded = incidents.guarded(incident);
                    var person = access.require(Act.PROPOSE_COMMS, guarded);
                    var decides = access.may(person, Act.DECIDE_COMMS, guarded);
                    var said =
                            new CommsPlan.Decision(
                                    audience,
                                    reach,
                                    reason.strip(),
                                    person.id(),
                                    clock.instant(),
                                    decides);
                    var plan = say(incident, said);
                    if (decides && reach == Reach.NONE) {
                        waive(incident, audience, reason);
                    }
                    return plan;
                });
    }

    private CommsPlan say(String incident, CommsPlan.Decision said) {
        if (store.find(incident).isEmpty()) {
            try {
                return store.insert(incident, CommsPlan.undecided(incident).say(said));
            } catch (DuplicateKeyException somebodyWasFirst) {
                return store.change(incident, plan -> plan.say(said));
            }
        }
        return store.change(incident, plan -> plan.say(said));
    }

    /** The clocks of an audience that is told nothing do not apply. */
    private void waive(String incident, DecidedAudience audience, String reason) {
        switch (audience) {
            case CUSTOMERS -> incidents.waiveNotice(incident, Audience.CUSTOMERS, reason);
            case STAFF -> incidents.waiveNotice(incident, Audience.STAFF, reason);
            case LEADERSHIP, REGULATORS -> {}
        }
    }
}
