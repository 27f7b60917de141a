package app.candor.coedit.authority;

import app.candor.prosemirror.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A message to everybody who has a text open: encoded once, the same for all. */
public sealed interface Frame {

    /** The message as it goes over the wire: UTF-8, the same bytes for everybody. Never changes. */
    byte[] bytes();

    /** Stored commits, in order. */
    final class Commits implements Frame {
        private final List<Commit> commits;
        private final byte[] bytes;

        public Commits(List<Commit> commits) {
            this.commits = List.copyOf(commits);
            this.bytes =
                    utf8(
                            commits.stream()
                                    .map(Commit::json)
                                    .collect(
                                            Collectors.joining(
                                                    ",",
                                                    "{\"type\":\"commit\",\"commits\":[",
                                                    "]}")));
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }

        /** One message for all, in order, for a receiver who is behind. */
        public static Commits joined(List<Commits> frames) {
            return new Commits(frames.stream().flatMap(frame -> frame.commits.stream()).toList());
        }
    }

    /**
     * Typing was locked or opened.
     *
     * @param seq number of the entry that did
     */
    record Locked(long seq, LockEntry entry) implements Frame {
        @Override
        public byte[] bytes() {
            return utf8(
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
    final class Carets implements Frame {
        private final Map<String, String> moved;
        private final Set<String> left;
        private final byte[] bytes;

        public Carets(Map<String, String> moved, Set<String> left) {
            this.moved = moved;
            this.left = left;
            this.bytes =
                    utf8(
                            "{\"type\":\"presence\",\"carets\":["
                                    + String.join(",", moved.values())
                                    + "],\"left\":["
                                    + left.stream()
                                            .map(Json::print)
                                            .collect(Collectors.joining(","))
                                    + "]}");
        }

        @Override
        public byte[] bytes() {
            return bytes;
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

    private static byte[] utf8(String message) {
        return message.getBytes(StandardCharsets.UTF_8);
    }
}
