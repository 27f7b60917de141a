package app.candor.coedit.authority;

import app.candor.prosemirror.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A message to everybody who has a text open: encoded once, the same for all. */
public sealed interface Frame {

    /** The message. */
    String text();

    /** The message as it goes over the wire: UTF-8, the same bytes for everybody. Never changes. */
    byte[] bytes();

    /** Stored commits, in order. */
    final class Commits implements Frame {
        private final List<Commit> commits;
        private final String text;
        private final byte[] bytes;

        public Commits(List<Commit> commits) {
            this.commits = List.copyOf(commits);
            this.text =
                    commits.stream()
                            .map(Commit::json)
                            .collect(
                                    Collectors.joining(
                                            ",", "{\"type\":\"commit\",\"commits\":[", "]}"));
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }

        /** One message for both, for a receiver who is behind. */
        public Commits and(Commits later) {
            var both = new ArrayList<>(commits);
            both.addAll(later.commits);
            return new Commits(both);
        }
    }

    /**
     * Typing was locked or opened.
     *
     * @param seq number of the entry that did
     */
    record Locked(long seq, LockEntry entry) implements Frame {
        @Override
        public String text() {
            return "{\"type\":\"lock\",\"seq\":"
                    + seq
                    + ",\"locked\":"
                    + entry.locked()
                    + ",\"reason\":"
                    + Json.print(entry.reason())
                    + "}";
        }

        @Override
        public byte[] bytes() {
            return text().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Carets that moved, by tab, each as its JSON object, and tabs that have none any more. */
    final class Carets implements Frame {
        private final Map<String, String> moved;
        private final Set<String> left;
        private final String text;
        private final byte[] bytes;

        Carets(Map<String, String> moved, Set<String> left) {
            this.moved = moved;
            this.left = left;
            this.text =
                    "{\"type\":\"presence\",\"carets\":["
                            + String.join(",", moved.values())
                            + "],\"left\":["
                            + left.stream().map(Json::print).collect(Collectors.joining(","))
                            + "]}";
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public byte[] bytes() {
            return bytes;
        }

        /** One message for both, with the later place of each caret only. */
        public Carets and(Carets later) {
            var latest = new LinkedHashMap<>(moved);
            later.left.forEach(latest::remove);
            latest.putAll(later.moved);
            var gone = new LinkedHashSet<>(left);
            gone.addAll(later.left);
            gone.removeAll(later.moved.keySet());
            return new Carets(latest, gone);
        }
    }
}
