package app.candor.prosemirror;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who wrote what stands at each position of a document, kept by the maps of the steps alone.
 *
 * <p>Whoever inserts is the writer of what they inserted, also when it is pasted or brought back by
 * undoing. Marks, attributes and moving a block into a list or a quote change no writer of words.
 */
public final class Authorship {
    /** Edits of one person next to each other count as one when they lie no further apart. */
    private static final Duration TOGETHER = Duration.ofMinutes(5);

    private final List<Run> runs;

    /**
     * One or more edits of one person.
     *
     * @param by whose; empty for what the document began with
     * @param first number of the earliest of these edits
     * @param last number of the latest
     * @param through what they came by, such as a suggestion; empty for typing. Edits that came by
     *     different ways stay apart
     */
    public record Origin(
            String by, long first, long last, Instant since, Instant until, String through) {

        public static Origin of(String by, long edit, Instant at) {
            return of(by, edit, at, "");
        }

        public static Origin of(String by, long edit, Instant at, String through) {
            return new Origin(by, edit, edit, at, at, through);
        }

        private boolean near(Origin other) {
            return by.equals(other.by)
                    && through.equals(other.through)
                    && !since.minus(TOGETHER).isAfter(other.until)
                    && !other.since.minus(TOGETHER).isAfter(until);
        }

        private Origin and(Origin other) {
            return new Origin(
                    by,
                    Math.min(first, other.first),
                    Math.max(last, other.last),
                    since.isBefore(other.since) ? since : other.since,
                    until.isAfter(other.until) ? until : other.until,
                    through);
        }
    }

    /**
     * Positions that follow each other and came from the same hand.
     *
     * @param size how many, at least 1
     */
    public record Run(int size, Origin origin) {}

    private Authorship(List<Run> runs) {
        this.runs = runs;
    }

    /** All of a document of that content size from one origin. */
    public static Authorship of(int size, Origin origin) {
        return new Authorship(size == 0 ? List.of() : List.of(new Run(size, origin)));
    }

    /** As {@link #runs()} gave them. */
    public static Authorship of(List<Run> runs) {
        return new Authorship(List.copyOf(runs));
    }

    /** From the document's start to its end, without gaps. */
    public List<Run> runs() {
        return List.copyOf(runs);
    }

    /** Positions in all: the content size of the document. */
    public int size() {
        return runs.stream().mapToInt(Run::size).sum();
    }

    /** After one more step. */
    public Authorship after(StepMap map, Origin origin) {
        if (map.ranges().length == 0) {
            return this;
        }
        var next = new Builder(runs);
        map.forEach((oldStart, oldEnd, newStart, newEnd) -> {
            next.keepUpTo(oldStart);
            next.add(newEnd - newStart, origin);
            next.skipUpTo(oldEnd);
        });
        next.keepUpTo(Integer.MAX_VALUE);
        return new Authorship(next.built);
    }

    private static final class Builder {
        private final List<Run> before;
        private final List<Run> built;
        private int index;
        private int used;
        private int at;

        Builder(List<Run> before) {
            this.before = before;
            this.built = new ArrayList<>(before.size() + 2);
        }

        void keepUpTo(int position) {
            while (at < position && index < before.size()) {
                var run = before.get(index);
                int size = Math.min(run.size() - used, position - at);
                add(size, run.origin());
                pass(run, size);
            }
        }

        void skipUpTo(int position) {
            while (at < position && index < before.size()) {
                var run = before.get(index);
                pass(run, Math.min(run.size() - used, position - at));
            }
        }

        private void pass(Run run, int size) {
            at += size;
            used += size;
            if (used == run.size()) {
                index++;
                used = 0;
            }
        }

        void add(int size, Origin origin) {
            if (size == 0) {
                return;
            }
            var last = built.isEmpty() ? null : built.getLast();
            if (last != null && last.origin().near(origin)) {
                built.set(built.size() - 1, new Run(last.size() + size, last.origin().and(origin)));
            } else {
                built.add(new Run(size, origin));
            }
        }
    }
}
