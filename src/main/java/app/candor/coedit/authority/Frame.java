package app.candor.coedit.authority;

import app.candor.prosemirror.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message to everybody who has a text open: encoded once, the same for all. Never changes. */
public abstract sealed class Frame {
    private final byte[] bytes;
    private volatile byte @Nullable [] packed;

    private Frame(String message) {
        bytes = message.getBytes(StandardCharsets.UTF_8);
    }

    /** The message as it goes over the wire: UTF-8, the same bytes for everybody. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * The message as a way of sending wraps it, done once for everybody it is sent to.
     *
     * @param pack always the same
     */
    public byte[] packed(UnaryOperator<byte[]> pack) {
        var known = packed;
        if (known == null) {
            known = pack.apply(bytes);
            packed = known;
        }
        return known;
    }

    /** Stored commits, in order. */
    public static final class Commits extends Frame {
        private final List<Commit> commits;

        public Commits(List<Commit> commits) {
            super(
                    commits.stream()
                            .map(Commit::json)
                            .collect(
                                    Collectors.joining(
                                            ",", "{\"type\":\"commit\",\"commits\":[", "]}")));
            this.commits = List.copyOf(commits);
        }

        /** One message for all, in order, for a receiver who is behind. */
        public static Commits joined(List<Commits> frames) {
            return new Commits(frames.stream().flatMap(frame -> frame.commits.stream()).toList());
        }
    }

    /** Typing was locked or opened. */
    public static final class Locked extends Frame {
        /**
         * @param seq number of the entry that did
         */
        public Locked(long seq, LockEntry entry) {
            super(
                    "{\"type\":\"lock\",\"seq\":"
                            + seq
                            + ",\"locked\":"
                            + entry.locked()
                            + ",\"reason\":"
                            + Json.print(entry.reason())
                            + "}");
        }
    }

    /** Carets that moved, by tab, each as its JSON object, and tabs that have none any more. */
    public static final class Carets extends Frame {
        private final Map<String, String> moved;
        private final Set<String> left;

        public Carets(Map<String, String> moved, Set<String> left) {
            super(
                    "{\"type\":\"presence\",\"carets\":["
                            + String.join(",", moved.values())
                            + "],\"left\":["
                            + left.stream().map(Json::print).collect(Collectors.joining(","))
                            + "]}");
            this.moved = moved;
            this.left = left;
        }

        /** One message for all, in order, with the latest place of each caret only. */
        public static Carets joined(List<Carets> frames) {
            var latest = new LinkedHashMap<String, String>();
            var gone = new LinkedHashSet<String>();
            for (var frame : frames) {
                frame.left.forEach(latest::remove);
                latest.putAll(frame.moved);
                gone.addAll(frame.left);
                gone.removeAll(frame.moved.keySet());
            }
            return new Carets(latest, gone);
        }
    }
}
