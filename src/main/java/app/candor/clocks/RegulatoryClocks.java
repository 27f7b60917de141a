package app.candor.clocks;

import app.candor.clocks.IncidentClock.State;
import app.candor.policy.RegulatoryPolicy;
import app.candor.policy.RegulatoryPolicy.Rule;
import app.candor.policy.RegulatoryPolicy.Stage;
import app.candor.policy.RegulatoryPolicy.Term;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out what a regulator is owed by when. A month is a calendar month; all times are UTC. */
public final class RegulatoryClocks {
    private static final Duration WARN_BEFORE = Duration.ofHours(2);
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private final RegulatoryPolicy policy;

    public RegulatoryClocks(RegulatoryPolicy policy) {
        this.policy = policy;
    }

    /**
     * One clock for each submission of a rule that Legal activated.
     *
     * @param dated when triggers happened, by their key
     * @param sent when submissions were made, by the key of their stage
     */
    public List<IncidentClock> at(
            Instant now, Rule rule, Map<String, Instant> dated, Map<String, Instant> sent) {
        return rule.stages().stream().map(stage -> clock(now, rule, stage, dated, sent)).toList();
    }

    private IncidentClock clock(
            Instant now,
            Rule rule,
            Stage stage,
            Map<String, Instant> dated,
            Map<String, Instant> sent) {
        var key = rule.key() + "/" + stage.key();
        var title = rule.title() + ": " + stage.title();
        var source = rule.citation() + ", in force since " + rule.effective();
        var formula = new ArrayList<String>();
        var due =
                stage.earliestOf().stream()
                        .flatMap(term -> due(term, rule, dated, sent, formula).stream())
                        .min(Comparator.naturalOrder());
        var made = sent.get(stage.key());
        State state;
        if (due.isEmpty()) {
            state =
                    made == null
                            ? new State.NotApplicable("Starts with: " + starts(rule, stage))
                            : new State.Met(made, made);
        } else if (made != null) {
            state = new State.Met(due.get(), made);
        } else if (now.isAfter(due.get())) {
            state = new State.Breached(due.get());
        } else {
            var warnAt = due.get().minus(WARN_BEFORE);
            state =
                    now.isBefore(warnAt)
                            ? new State.Running(due.get(), warnAt)
                            : new State.Warned(due.get(), warnAt);
        }
        var words = String.join(", or ", formula);
        return new IncidentClock(
                key, title, state, formula.size() > 1 ? "the earlier of " + words : words, source);
    }

    private Optional<Instant> due(
            Term term,
            Rule rule,
            Map<String, Instant> dated,
            Map<String, Instant> sent,
            List<String> formula) {
        var from = sent.getOrDefault(term.after(), dated.get(term.after()));
        if (from == null) {
            return Optional.empty();
        }
        formula.add(name(rule, term.after()) + " " + AT.format(from) + " + " + length(term));
        return Optional.of(after(from, term));
    }

    private Instant after(Instant from, Term term) {
        if (term.hours() != null) {
            return from.plus(Duration.ofHours(term.hours()));
        }
        var begin = from.atZone(ZoneOffset.UTC);
        if (term.days() != null) {
            return begin.plusDays(term.days()).toInstant();
        }
        if (term.months() != null) {
            return begin.plusMonths(term.months()).toInstant();
        }
        var last = begin.toLocalDate();
        var left = term.businessDays() == null ? 0 : term.businessDays();
        while (left > 0) {
            last = last.plusDays(1);
            if (isBusinessDay(last, term)) {
                left--;
            }
        }
        return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    }

    private boolean isBusinessDay(LocalDate day, Term term) {
        Set<LocalDate> off =
                term.calendar() == null
                        ? Set.of()
                        : policy.calendars().getOrDefault(term.calendar(), Set.of());
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !off.contains(day);
    }

    private static String starts(Rule rule, Stage stage) {
        return stage.earliestOf().stream()
                .map(term -> name(rule, term.after()))
                .distinct()
                .reduce((one, other) -> one + " or " + other)
                .orElse("");
    }

    /** The words of a trigger, or of an earlier submission once it is sent. */
    private static String name(Rule rule, String key) {
        var trigger = rule.triggers().get(key);
        if (trigger != null) {
            return trigger.toLowerCase(Locale.UK);
        }
        return rule.stages().stream()
                .filter(stage -> stage.key().equals(key))
                .map(stage -> stage.title().toLowerCase(Locale.UK) + " sent")
                .findFirst()
                .orElse(key);
    }

    private static String length(Term term) {
        if (term.hours() != null) {
            return term.hours() + " h";
        }
        if (term.days() != null) {
            return term.days() + " days";
        }
        if (term.months() != null) {
            return term.months() == 1 ? "1 month" : term.months() + " months";
        }
        return term.businessDays()
                + " business days"
                + (term.calendar() == null ? "" : " (" + term.calendar() + ")");
    }
}
