package app.candor.incident.review;

import app.candor.incident.Audience;
import app.candor.incident.Incident;
import app.candor.incident.Incident.Release;
import app.candor.incident.ReviewFigures;
import app.candor.incident.Stage;
import app.candor.policy.ClockPolicy;
import app.candor.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How fast and how regularly an incident was answered, from its own times. */
@Component
class IncidentFigures implements ReviewFigures {
    private static final List<Stage> OWING =
            List.of(Stage.INVESTIGATING, Stage.IDENTIFIED, Stage.MONITORING);

    private final Policies policies;

    IncidentFigures(Policies policies) {
        this.policies = policies;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Figure> of(Incident incident) {
        return of(incident, policies.clocks());
    }

    static List<Figure> of(Incident incident, ClockPolicy policy) {
        var figures = new ArrayList<Figure>();
        figures.add(confirm(incident, policy));
        firstNotice(incident, policy).ifPresent(figures::add);
        cadence(incident, policy).ifPresent(figures::add);
        var resolved = incident.stages().get(Stage.RESOLVED);
        var declared = incident.declaredAt();
        if (resolved != null && declared != null && incident.stage().isBehind()) {
            figures.add(
                    new Figure(
                            "Declared to resolved",
                            span(Duration.between(declared, resolved)),
                            "",
                            false));
        }
        return figures;
    }

    private static Figure confirm(Incident incident, ClockPolicy policy) {
        var confirmed = incident.confirmedAt();
        var limit = Duration.ofMinutes(policy.respond());
        if (confirmed == null) {
            return new Figure("Time to confirm", "not yet", "within " + span(limit), false);
        }
        var took = Duration.between(incident.reportedAt(), confirmed);
        return new Figure(
                "Time to confirm", span(took), "within " + span(limit), took.compareTo(limit) > 0);
    }

    private static Optional<Figure> firstNotice(Incident incident, ClockPolicy policy) {
        var declared = incident.declaredAt();
        var severity = incident.severity();
        if (declared == null || severity == null) {
            return Optional.empty();
        }
        var first = toCustomers(incident).stream().findFirst();
        var minutes = policy.firstNotice().get(severity);
        var against = minutes == null ? "optional" : "within " + span(Duration.ofMinutes(minutes));
        if (first.isEmpty()) {
            var waived = incident.waived().containsKey(Audience.CUSTOMERS);
            return Optional.of(
                    new Figure(
                            "First notice",
                            waived ? "none was decided" : "none",
                            against,
                            minutes != null && !waived));
        }
        var took = Duration.between(declared, first.get().at());
        return Optional.of(
                new Figure(
                        "First notice",
                        span(took.isNegative() ? Duration.ZERO : took),
                        against,
                        minutes != null && took.compareTo(Duration.ofMinutes(minutes)) > 0));
    }

    /** Of all times at which an update was owed, how many were kept. */
    private static Optional<Figure> cadence(Incident incident, ClockPolicy policy) {
        var severity = incident.severity();
        var releases = toCustomers(incident);
        var cadence = severity == null ? null : policy.cadence().get(severity);
        if (cadence == null || releases.isEmpty()) {
            return Optional.empty();
        }
        var resolved = incident.stage().isBehind() ? incident.stages().get(Stage.RESOLVED) : null;
        var owed = 0;
        var kept = 0;
        for (var at = 0; at < releases.size(); at++) {
            var due = due(incident, releases.get(at), cadence);
            if (due == null) {
                continue;
            }
            var next = at + 1 < releases.size() ? releases.get(at + 1).at() : null;
            var over = resolved != null && !resolved.isAfter(due);
            if (next == null && resolved == null) {
                continue;
            }
            owed++;
            if (over || (next != null && !next.isAfter(due))) {
                kept++;
            }
        }
        return owed == 0
                ? Optional.empty()
                : Optional.of(
                        new Figure(
                                "Updates in time",
                                kept + " of " + owed,
                                "as promised, else by the cadence",
                                kept < owed));
    }

    private static @Nullable Instant due(
            Incident incident, Release release, Map<String, Integer> cadence) {
        if (release.nextUpdateAt() != null) {
            return release.nextUpdateAt();
        }
        var stage =
                incident.stages().entrySet().stream()
                        .filter(entry -> !entry.getValue().isAfter(release.at()))
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(Stage.INVESTIGATING);
        var minutes = OWING.contains(stage) ? cadence.get(stage.key()) : null;
        return minutes == null ? null : release.at().plus(Duration.ofMinutes(minutes));
    }

    private static List<Release> toCustomers(Incident incident) {
        return incident.releases().stream()
                .filter(release -> release.audience() == Audience.CUSTOMERS)
                .sorted(Comparator.comparing(Release::at))
                .toList();
    }

    /** {@code 45 s}, {@code 36 min}, {@code 1 h 36 min}, {@code 3 d 4 h}. */
    static String span(Duration length) {
        return app.candor.uikit.Times.span(length);
    }
}
