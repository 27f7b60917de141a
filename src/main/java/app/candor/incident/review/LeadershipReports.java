package app.candor.incident.review;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.duties.Duty;
import app.candor.incident.DocumentFiles;
import app.candor.incident.Fact;
import app.candor.incident.FactKey;
import app.candor.incident.Facts;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import app.candor.incident.ReviewFigures;
import app.candor.incident.RootCauses;
import app.candor.incident.Stage;
import app.candor.incident.customers.Complaints;
import app.candor.incident.customers.CustomerCounts;
import app.candor.incident.customers.Customers;
import app.candor.incident.customers.Tickets;
import app.candor.incident.record.Decisions;
import app.candor.report.PdfPages;
import app.candor.uikit.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.springframework.stereotype.Service;

/** Makes the report to leadership, to read on a page or as a PDF. */
@Service
public class LeadershipReports {
    private final Incidents incidents;
    private final Facts facts;
    private final Customers customers;
    private final Tickets tickets;
    private final Complaints complaints;
    private final Decisions decisions;
    private final Reviews reviews;
    private final RootCauses causes;
    private final DocumentFiles files;
    private final List<ReviewFigures> figures;
    private final PdfPages pages;
    private final Access access;
    private final People people;
    private final Clock clock;

    LeadershipReports(
            Incidents incidents,
            Facts facts,
            Customers customers,
            Tickets tickets,
            Complaints complaints,
            Decisions decisions,
            Reviews reviews,
            RootCauses causes,
            DocumentFiles files,
            List<ReviewFigures> figures,
            PdfPages pages,
            Access access,
            People people,
            Clock clock) {
        this.incidents = incidents;
        this.facts = facts;
        this.customers = customers;
        this.tickets = tickets;
        this.complaints = complaints;
        this.decisions = decisions;
        this.reviews = reviews;
        this.causes = causes;
        this.files = files;
        this.figures = figures.stream().sorted(Comparator.comparing(ReviewFigures::order)).toList();
        this.pages = pages;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    /** The measures of an incident, from all modules. The caller asks for access. */
    public List<ReviewFigures.Figure> figures(Incident incident) {
        return figures.stream().flatMap(one -> one.of(incident).stream()).toList();
    }

    /**
     * @throws NotFound if the current person may not read the incident
     */
    public LeadershipReport of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        var incident = incidents.get(incidentId);
        var review = reviews.of(incidentId);
        return new LeadershipReport(
                incident.key(),
                incident.title(),
                status(incident),
                known(incident),
                times(incident),
                figures(incident),
                customers(incident),
                rootCause(review),
                review.learnings().stream().map(this::lesson).toList(),
                decisions.of(incidentId).stream()
                        .filter(decision -> !decision.withdrawn())
                        .sorted(Comparator.comparing(decision -> decision.at()))
                        .map(decision -> new LeadershipReport.Line(decision.what(), decision.why()))
                        .toList(),
                review.filed() != null,
                clock.instant());
    }

    /**
     * The same as a PDF.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public byte[] pdf(String incidentId) {
        var report = of(incidentId);
        return pages.render(
                "leadership", Map.of("report", report), files.selfContained(report.rootCause()));
    }

    /** Of the text; before it is begun, of the field that was there before it. */
    private String rootCause(Review review) {
        return causes.find(review.incidentId())
                .map(causes::written)
                .orElseGet(() ->
                        review.rootCause()
                                .lines()
                                .filter(line -> !line.isBlank())
                                .map(line -> "<p>" + Entities.escape(line) + "</p>")
                                .collect(Collectors.joining()));
    }

    private String status(Incident incident) {
        var severity = incident.severity();
        var type = incident.type();
        var kind =
                severity == null || type == null
                        ? "Not declared"
                        : severity + ", " + type.label().toLowerCase(Locale.UK);
        var since = incident.stages().get(incident.stage());
        var commander = incident.commander();
        return kind
                + ". "
                + incident.stage().label()
                + (since == null ? "" : " since " + Times.dateTime(since))
                + ". "
                + (commander == null
                        ? "Nobody commands it."
                        : "Commander: " + name(commander) + ".");
    }

    private List<LeadershipReport.Line> known(Incident incident) {
        return facts.ledger(incident.id()).stream()
                .filter(fact -> !fact.unknown() || fact.key().equals(FactKey.RAW_DATA_LOST.key()))
                .map(LeadershipReports::line)
                .toList();
    }

    private static LeadershipReport.Line line(Fact fact) {
        var detail = fact.detail().isEmpty() ? "" : ", " + fact.detail();
        return new LeadershipReport.Line(fact.label(), fact.value() + detail);
    }

    private List<LeadershipReport.Moment> times(Incident incident) {
        var times = new ArrayList<LeadershipReport.Moment>();
        for (var fact : facts.ledger(incident.id())) {
            if (fact.key().equals(FactKey.STARTED.key()) && !fact.unknown()) {
                times.add(new LeadershipReport.Moment("Started", Instant.parse(fact.raw())));
            }
        }
        times.add(new LeadershipReport.Moment("Reported", incident.reportedAt()));
        if (incident.declaredAt() != null) {
            times.add(new LeadershipReport.Moment("Declared", incident.declaredAt()));
        }
        for (var stage : List.of(Stage.IDENTIFIED, Stage.MONITORING, Stage.RESOLVED)) {
            var at = incident.stages().get(stage);
            if (at != null) {
                times.add(new LeadershipReport.Moment(stage.label(), at));
            }
        }
        times.sort(Comparator.comparing(LeadershipReport.Moment::at));
        return times;
    }

    private List<String> customers(Incident incident) {
        var lines = new ArrayList<String>();
        var counts = customers.counts(incident.id());
        if (counts.affected() > 0) {
            lines.add(told(counts));
        }
        var linked = tickets.count(incident.id());
        if (linked > 0) {
            lines.add(linked + (linked == 1 ? " customer ticket" : " customer tickets"));
        }
        var all = complaints.of(incident.id());
        if (!all.isEmpty()) {
            var open = complaints.unanswered(incident.id());
            lines.add(
                    all.size()
                            + (all.size() == 1 ? " complaint, " : " complaints, ")
                            + (open == 0 ? "all answered" : open + " not answered yet"));
        }
        return lines;
    }

    private static String told(CustomerCounts counts) {
        return String.format(
                Locale.UK,
                "%,d of %,d affected accounts were told, %,d of them that it is resolved",
                counts.reached(),
                counts.affected(),
                counts.toldResolved());
    }

    private LeadershipReport.Lesson lesson(Review.Learning learning) {
        return new LeadershipReport.Lesson(
                learning.words(),
                reviews.actions(learning).stream().map(this::action).toList(),
                learning.noAction());
    }

    private LeadershipReport.Action action(Duty action) {
        var due = action.due();
        return new LeadershipReport.Action(
                action.title(),
                action.owner() == null ? "nobody" : name(action.owner()),
                due == null ? "no day" : Times.date(due),
                switch (action.state()) {
                    case Duty.State.Done done -> "done " + Times.date(done.at());
                    case Duty.State.SetAside aside -> "set aside";
                    default -> due != null && due.isBefore(clock.instant()) ? "overdue" : "open";
                });
    }

    private String name(String id) {
        return people.find(id).map(person -> person.name()).orElse("somebody who left");
    }
}
