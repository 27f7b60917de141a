package app.candor.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notifications that a law may ask for. None of them runs until Legal activates it for an incident.
 *
 * @param rules in the order in which they are shown
 * @param calendars days that are no business days besides Saturday and Sunday, by calendar name;
 *     days are counted in UTC
 */
public record RegulatoryPolicy(List<Rule> rules, Map<String, Set<LocalDate>> calendars) {
    public RegulatoryPolicy {
        rules = List.copyOf(rules);
        calendars = Map.copyOf(calendars);
        for (var rule : rules) {
            for (var stage : rule.stages()) {
                for (var term : stage.earliestOf()) {
                    if (term.calendar() != null && !calendars.containsKey(term.calendar())) {
                        throw new IllegalArgumentException(
                                rule.key() + " counts in an unknown calendar " + term.calendar());
                    }
                }
            }
        }
    }

    /**
     * One law.
     *
     * @param key stable: {@code dora}
     * @param citation where it stands
     * @param effective first day on which it applies
     * @param triggers what Legal has to date, with the words of the question: {@code aware} →
     *     “Became aware”
     * @param stages what has to be sent, in order
     */
    public record Rule(
            String key,
            String title,
            String citation,
            LocalDate effective,
            Map<String, String> triggers,
            List<Stage> stages) {
        public Rule {
            triggers = Map.copyOf(triggers);
            stages = List.copyOf(stages);
            var known = new HashSet<>(triggers.keySet());
            for (var stage : stages) {
                for (var term : stage.earliestOf()) {
                    if (!known.contains(term.after())) {
                        throw new IllegalArgumentException(
                                "%s: %s counts from %s, which is no trigger and no earlier stage"
                                        .formatted(key, stage.key(), term.after()));
                    }
                }
                known.add(stage.key());
            }
        }
    }

    /**
     * One submission.
     *
     * @param earliestOf its due time is the earliest of these; those that cannot be worked out yet
     *     do not count
     */
    public record Stage(String key, String title, List<Term> earliestOf) {
        public Stage {
            earliestOf = List.copyOf(earliestOf);
            if (earliestOf.isEmpty()) {
                throw new IllegalArgumentException(key + " has no due time");
            }
        }
    }

    /**
     * A stretch after a trigger or after an earlier stage was sent. Exactly one unit is set.
     *
     * @param businessDays ends with the end of that day, UTC
     * @param calendar names the days off; only with business days
     */
    public record Term(
            String after,
            @Nullable Integer hours,
            @Nullable Integer days,
            @Nullable Integer months,
            @Nullable Integer businessDays,
            @Nullable String calendar) {
        public Term {
            var units = new HashSet<String>();
            add(units, "hours", hours);
            add(units, "days", days);
            add(units, "months", months);
            add(units, "businessDays", businessDays);
            if (units.size() != 1) {
                throw new IllegalArgumentException(
                        "A stretch after "
                                + after
                                + " needs exactly one of hours, days, months, businessDays");
            }
        }

        private static void add(Set<String> units, String unit, @Nullable Integer amount) {
            if (amount != null) {
                units.add(unit);
                if (amount < 1) {
                    throw new IllegalArgumentException(unit + " has to be 1 or more");
                }
            }
        }
    }
}
