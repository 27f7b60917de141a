package app.candor.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done in an incident, step by step, by type.
 *
 * @param playbooks each with an id of its own; an incident runs all that fit its type
 */
public record PlaybookPolicy(List<Playbook> playbooks) {
    private static final Set<String> TYPES = Set.of("OUTAGE", "BUG", "SECURITY", "PRODUCT_CHANGE");

    public PlaybookPolicy {
        playbooks = List.copyOf(playbooks);
        var ids = new HashSet<String>();
        for (var playbook : playbooks) {
            require(ids.add(playbook.id()), "Two playbooks are called " + playbook.id());
        }
    }

    /**
     * One list of steps.
     *
     * @param source where it comes from, in words: a reader has to know what is ours
     * @param types incident types that it is for, such as {@code OUTAGE}
     * @param fromReport whether it runs from the first report on, while the type is unknown; else
     *     from declaring
     * @param steps in order, each with an id of its own
     */
    public record Playbook(
            String id,
            String title,
            String source,
            Set<String> types,
            boolean fromReport,
            List<Step> steps) {
        public Playbook {
            types = Set.copyOf(types);
            steps = List.copyOf(steps);
            require(!id.isBlank() && !title.isBlank(), "A playbook needs an id and a title");
            require(TYPES.containsAll(types), "Types are " + TYPES + ", not " + types);
            var ids = new HashSet<String>();
            for (var step : steps) {
                require(ids.add(step.id()), "Two steps of " + id + " are called " + step.id());
            }
        }
    }

    /**
     * One step.
     *
     * @param owner who does it, as the company calls them
     * @param detail more words; empty for none
     * @param due null for no time
     * @param tickedBy what ticks it without a hand; null for nothing
     */
    public record Step(
            String id,
            String title,
            String owner,
            String detail,
            @Nullable Due due,
            @Nullable Trigger tickedBy) {
        public Step {
            require(
                    !id.isBlank() && !title.isBlank() && !owner.isBlank(),
                    "A step needs an id, a title and an owner");
        }
    }

    /**
     * When a step is due.
     *
     * @param minutes 1 to 129,600 (90 days)
     * @param since from which moment; not due before that moment came
     */
    public record Due(int minutes, Moment since) {
        public static final int LONGEST_MINUTES = 60 * 24 * 90;

        public Due {
            require(
                    minutes >= 1 && minutes <= LONGEST_MINUTES,
                    "A step is due 1 to 129600 minutes after its moment, not " + minutes);
        }
    }

    /** Points in the life of an incident. */
    public enum Moment {
        REPORTED,
        CONFIRMED,
        DECLARED,
        IDENTIFIED,
        MONITORING,
        RESOLVED
    }

    /** What can tick a step by itself. */
    public enum Trigger {
        REPORTED,
        /** The affected count is confirmed, or accounts were imported. */
        IMPACT_KNOWN,
        CONFIRMED,
        DECLARED,
        /** The first text was released to customers. */
        CUSTOMERS_TOLD,
        /** The first status update was released. */
        STATUS_PAGE_UPDATED,
        /** The first e-mail to customers was released. */
        CUSTOMERS_WRITTEN_TO,
        /** A call was linked. */
        CALL_OPENED,
        IDENTIFIED,
        /** A status update was released after the cause was found. */
        CUSTOMERS_TOLD_CAUSE,
        RESOLVED,
        /** Resolved, and it is known by when everything is caught up. */
        CATCH_UP_KNOWN,
        /** A status update was released after it was resolved. */
        CUSTOMERS_TOLD_RESOLVED,
        /** A staff update was released. */
        STAFF_TOLD
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
