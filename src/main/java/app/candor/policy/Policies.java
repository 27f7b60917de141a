package app.candor.policy;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.voice.Checker;
import app.candor.voice.Rulebook;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The desk where policies are read, proposed and confirmed. */
@Service
public class Policies {
    private final AggregateStore<PolicyVersion> store;
    private final Access access;
    private final People people;
    private final Clock clock;
    private final JsonMapper json;

    /** By id of the version: what a version says never changes. */
    private final Map<String, Object> contents = new ConcurrentHashMap<>();

    private volatile @Nullable Voice voice;

    Policies(
            AggregateStores stores,
            MongoTemplate mongo,
            Access access,
            People people,
            Clock clock,
            JsonMapper json) {
        this.store = stores.of("policies", PolicyVersion.class);
        mongo.indexOps("policies")
                .createIndex(
                        new Index()
                                .on("state.kind", Sort.Direction.ASC)
                                .on("state.number", Sort.Direction.ASC));
        this.access = access;
        this.people = people;
        this.clock = clock;
        this.json = json;
        for (var kind : PolicyKind.values()) {
            ship(kind);
        }
    }

    /** The version in force now. */
    public PolicyVersion active(PolicyKind kind) {
        return store
                .where(
                        Filters.and(
                                Filters.eq("state.kind", kind.name()),
                                Filters.ne("state.confirmedBy", null)),
                        Sorts.descending("state.number"),
                        1)
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * @throws NotFound if there is no such version
     */
    public PolicyVersion version(PolicyKind kind, int number) {
        return store.get(kind + "-" + number);
    }

    /** All versions, newest first, proposals included. */
    public List<PolicyVersion> versions(PolicyKind kind) {
        return store.where(
                Filters.eq("state.kind", kind.name()), Sorts.descending("state.number"), 0);
    }

    public GatePolicy gates(int version) {
        return read(PolicyKind.GATES, version, GatePolicy.class);
    }

    public CriteriaPolicy criteria() {
        return read(active(PolicyKind.CRITERIA), CriteriaPolicy.class);
    }

    public PlaybookPolicy playbooks(int version) {
        return read(PolicyKind.PLAYBOOKS, version, PlaybookPolicy.class);
    }

    public RolePolicy roles() {
        return read(active(PolicyKind.ROLES), RolePolicy.class);
    }

    public RosterPolicy roster() {
        return read(active(PolicyKind.ROSTER), RosterPolicy.class);
    }

    /** As a version of it says, one that waits included. */
    public RosterPolicy roster(int version) {
        return read(PolicyKind.ROSTER, version, RosterPolicy.class);
    }

    public RegulatoryPolicy regulatory() {
        return read(active(PolicyKind.REGULATORY), RegulatoryPolicy.class);
    }

    public SynonymPolicy synonyms() {
        return read(active(PolicyKind.SYNONYMS), SynonymPolicy.class);
    }

    public ClockPolicy clocks() {
        return read(active(PolicyKind.CLOCKS), ClockPolicy.class);
    }

    /** The rules of voice and tone in force, made ready to judge texts. */
    public Checker voice() {
        var version = active(PolicyKind.VOICE);
        var last = voice;
        if (last == null || last.version() != version.number()) {
            last = new Voice(version.number(), new Checker(read(version, Rulebook.class)));
            voice = last;
        }
        return last.checker();
    }

    /**
     * The rules that a policy text holds, to try them before they are proposed.
     *
     * @throws Refused if it is no policy of voice and tone
     */
    public Checker voice(String content) {
        try {
            return new Checker(json.readValue(content, Rulebook.class));
        } catch (JacksonException e) {
            throw new Refused("This is not a valid policy: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new Refused("These rules cannot be read: " + e.getMessage());
        }
    }

    private record Voice(int version, Checker checker) {}

    public FaqPolicy faq() {
        return read(active(PolicyKind.FAQ), FaqPolicy.class);
    }

    public TemplatePolicy templates() {
        return read(active(PolicyKind.TEMPLATES), TemplatePolicy.class);
    }

    /** As this release ships them: for kinds of text that an older version does not know. */
    public TemplatePolicy shippedTemplates() {
        return TemplatePolicy.class.cast(
                contents.computeIfAbsent(
                        "shipped",
                        none ->
                                json.readValue(
                                        ShippedPolicies.text(PolicyKind.TEMPLATES),
                                        TemplatePolicy.class)));
    }

    /** As it was when a text was begun from it. */
    public TemplatePolicy templates(int version) {
        return read(PolicyKind.TEMPLATES, version, TemplatePolicy.class);
    }

    /**
     * @throws Refused if the text is not a policy of that kind, or another proposal waits
     */
    public PolicyVersion propose(PolicyKind kind, String content) {
        var person = access.require(Act.CHANGE_POLICY, Guarded.open());
        try {
            json.readValue(content, kind.content());
            if (kind == PolicyKind.VOICE) {
                voice(content);
            }
        } catch (JacksonException e) {
            throw new Refused("This is not a valid policy: " + e.getOriginalMessage());
        }
        var newest = versions(kind).getFirst();
        if (newest.isWaiting()) {
            throw new Refused("Version " + newest.number() + " waits for a second administrator.");
        }
        var number = newest.number() + 1;
        var version =
                new PolicyVersion(kind, number, content, person.id(), null, null, clock.instant());
        return store.insert(
                version.id(), Change.of(version, new PolicyChanged(kind, number, "proposed")));
    }

    /**
     * Proposes who is on duty.
     *
     * @throws Refused if somebody on it does not hold the role, or another proposal waits
     */
    public PolicyVersion propose(RosterPolicy roster) {
        access.require(Act.CHANGE_POLICY, Guarded.open());
        roster.roles()
                .forEach((role, shifts) -> {
                    var holders = people.holders(role).stream().map(Person::id).toList();
                    for (var shift : shifts) {
                        requireHolder(holders, shift.person(), role);
                        if (shift.deputy() != null) {
                            requireHolder(holders, shift.deputy(), role);
                        }
                    }
                });
        return propose(
                PolicyKind.ROSTER,
                json.writerWithDefaultPrettyPrinter().writeValueAsString(roster));
    }

    private void requireHolder(List<String> holders, String id, Role role) {
        if (!holders.contains(id)) {
            throw new Refused(
                    "%s does not hold the role %s, so cannot be on duty for it. Nothing was proposed."
                            .formatted(
                                    people.find(id).map(Person::name).orElse("Somebody unknown"),
                                    role.label()));
        }
    }

    /**
     * @throws Refused if the same administrator proposed it, or it is in force or declined already
     */
    public PolicyVersion confirm(PolicyKind kind, int number) {
        var person = access.require(Act.CHANGE_POLICY, Guarded.open());
        return store.change(
                kind + "-" + number,
                version -> {
                    requireWaiting(version);
                    if (version.proposedBy().equals(person.id())) {
                        throw new Refused("A second administrator has to confirm your proposal.");
                    }
                    return Change.of(
                            version.confirmed(person.id(), clock.instant()),
                            new PolicyChanged(kind, number, "confirmed"));
                });
    }

    /**
     * Takes a proposal off the table, so that another can be made; its author may do it too.
     *
     * @throws Refused unless it still waits
     */
    public PolicyVersion decline(PolicyKind kind, int number) {
        var person = access.require(Act.CHANGE_POLICY, Guarded.open());
        return store.change(
                kind + "-" + number,
                version -> {
                    requireWaiting(version);
                    return Change.of(
                            version.declined(person.id(), clock.instant()),
                            new PolicyChanged(kind, number, "declined"));
                });
    }

    private static void requireWaiting(PolicyVersion version) {
        if (version.isActive()) {
            throw new Refused("Version " + version.number() + " is in force already.");
        }
        if (!version.isWaiting()) {
            throw new Refused("Version " + version.number() + " was declined.");
        }
    }

    private <P> P read(PolicyVersion version, Class<P> type) {
        return type.cast(
                contents.computeIfAbsent(
                        version.id(), none -> json.readValue(version.json(), type)));
    }

    private <P> P read(PolicyKind kind, int number, Class<P> type) {
        var known = contents.get(kind + "-" + number);
        return known != null ? type.cast(known) : read(version(kind, number), type);
    }

    private void ship(PolicyKind kind) {
        if (store.find(kind + "-1").isPresent()) {
            return;
        }
        var version =
                new PolicyVersion(
                        kind,
                        1,
                        ShippedPolicies.text(kind),
                        "system",
                        "system",
                        null,
                        clock.instant());
        try {
            store.insert(version.id(), Change.of(version, new PolicyChanged(kind, 1, "shipped")));
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            return;
        }
    }
}
