package app.candor.incident.ui;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Person;
import app.candor.access.Visibility;
import app.candor.clocks.IncidentClock.State;
import app.candor.incident.Audience;
import app.candor.incident.Fact;
import app.candor.incident.FactKey;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.IncidentClocks;
import app.candor.incident.IncidentRole;
import app.candor.incident.Incidents;
import app.candor.incident.Stage;
import app.candor.notify.SharedReadings;
import app.candor.shell.BurningItem;
import app.candor.shell.BurningItems;
import app.candor.shell.DueItem;
import app.candor.shell.DueItems;
import app.candor.shell.NavCounts;
import app.candor.uikit.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What burns and what is due next, for home and the navigation. */
@Component
class OnHome implements BurningItems, DueItems, NavCounts {
    private final Incidents incidents;
    private final IncidentClocks clocks;
    private final Facts facts;
    private final app.candor.access.People people;
    private final Access access;
    private final SharedReadings readings;

    OnHome(
            Incidents incidents,
            IncidentClocks clocks,
            Facts facts,
            app.candor.access.People people,
            Access access,
            SharedReadings readings) {
        this.incidents = incidents;
        this.clocks = clocks;
        this.facts = facts;
        this.people = people;
        this.access = access;
        this.readings = readings;
    }

    @Override
    public List<BurningItem> burningFor(Person person) {
        return seenBy(person).stream()
                .filter(incident ->
                        incident.stage().isBurning() || incident.stage() == Stage.SUSPECTED)
                .map(incident -> item(person, incident))
                .toList();
    }

    @Override
    public String lastResolvedFor(Person person) {
        return seenBy(person).stream()
                .filter(incident -> incident.stages().containsKey(Stage.RESOLVED))
                .filter(incident -> !incident.stage().isBurning())
                .max(Comparator.comparing(OnHome::resolvedAt))
                .map(incident ->
                        incident.key()
                                + " was the last to be resolved, "
                                + Times.dateTime(resolvedAt(incident)))
                .orElse("");
    }

    @Override
    public List<DueItem> dueFor(Person person) {
        return seenBy(person).stream().flatMap(incident -> due(incident).stream()).toList();
    }

    @Override
    public Map<String, Count> countsFor(Person person) {
        var open = seenBy(person).stream().filter(incident -> incident.stage().isBurning()).count();
        return Map.of("incidents", new Count(open, false));
    }

    private List<Incident> seenBy(Person person) {
        return readings.of("incidents", "all", incidents::allAsSystem).stream()
                .filter(incident -> access.may(person, Act.SEE_EXISTENCE, incident.guarded()))
                .toList();
    }

    private BurningItem item(Person person, Incident incident) {
        var next = due(incident).stream().min(Comparator.comparing(DueItem::due)).orElse(null);
        return new BurningItem(
                incident.key(),
                incident.severity() == null ? "" : incident.severity().name(),
                incident.title(),
                incident.stage().name(),
                incident.path(),
                incident.declaredAt() == null ? incident.reportedAt() : incident.declaredAt(),
                incident.visibility() == Visibility.RESTRICTED,
                lines(person, incident),
                team(person, incident),
                next,
                incident.roles().containsValue(person.id()));
    }

    private List<BurningItem.Line> lines(Person person, Incident incident) {
        if (!access.may(person, Act.READ, incident.guarded())) {
            return fromOutside(incident);
        }
        var lines = new ArrayList<BurningItem.Line>();
        for (var fact : facts.asSystem(incident.id())) {
            if (isTold(fact)) {
                lines.add(new BurningItem.Line(fact.label(), fact.value()));
            }
        }
        return lines.size() > 3 ? lines.subList(0, 3) : lines;
    }

    /** What somebody reads who may know that it exists, and no more. */
    private static List<BurningItem.Line> fromOutside(Incident incident) {
        var lines = new ArrayList<BurningItem.Line>();
        lines.add(new BurningItem.Line("Details", "Restricted to those who work on it"));
        incident.releases().stream()
                .filter(release -> release.audience() == Audience.CUSTOMERS)
                .map(Incident.Release::at)
                .max(Comparator.naturalOrder())
                .map(at -> new BurningItem.Line("Customers", "Last told " + Times.dateTime(at)))
                .ifPresent(lines::add);
        return List.copyOf(lines);
    }

    private static boolean isTold(Fact fact) {
        return !fact.unknown() && !fact.key().equals(FactKey.AFFECTED_PERCENT.key());
    }

    private List<Person> team(Person person, Incident incident) {
        if (!access.may(person, Act.READ, incident.guarded())) {
            return incident.visibility() == Visibility.DETAILS_RESTRICTED
                    ? commander(incident)
                    : List.of();
        }
        var known = people.byIds(incident.roles().values());
        return java.util.Arrays.stream(IncidentRole.values())
                .map(role -> incident.roles().get(role))
                .filter(Objects::nonNull)
                .map(known::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<Person> commander(Incident incident) {
        var commander = incident.roles().get(IncidentRole.COMMANDER);
        return commander == null ? List.of() : people.find(commander).stream().toList();
    }

    private List<DueItem> due(Incident incident) {
        var due = new ArrayList<DueItem>();
        for (var clock : clocks.asSystem(incident)) {
            var title = clock.title() + ", " + incident.key();
            switch (clock.state()) {
                case State.Running(var at, var warn) ->
                        due.add(new DueItem(at, warn, title, clock.formula(), incident.path()));
                case State.Warned(var at, var warn) ->
                        due.add(new DueItem(at, warn, title, clock.formula(), incident.path()));
                case State.Breached(var at) ->
                        due.add(new DueItem(at, at, title, clock.formula(), incident.path()));
                case State.Met met -> {}
                case State.NotApplicable none -> {}
            }
        }
        return due;
    }

    private static java.time.Instant resolvedAt(Incident incident) {
        return Objects.requireNonNull(incident.stages().get(Stage.RESOLVED));
    }
}
