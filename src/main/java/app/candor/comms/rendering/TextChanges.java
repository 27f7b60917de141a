package app.candor.comms.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What changed between two readings: block by block, and within a block word by word. */
public final class TextChanges {
    private static final Pattern WORD = Pattern.compile("\\s+|[^\\s]+");

    private TextChanges() {}

    /** What became of a stretch of words. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A stretch of words of one kind. */
    public record Piece(Kind kind, String text) {}

    /**
     * A block that is not what it was.
     *
     * @param section the heading above it
     */
    public record Changed(String section, List<Piece> pieces) {
        public Changed {
            pieces = List.copyOf(pieces);
        }
    }

    /** The blocks that changed, in the order of the newer text; empty if none did. */
    public static List<Changed> between(List<ReadingBlock> before, List<ReadingBlock> after) {
        var changed = new ArrayList<Changed>();
        var removed = new ArrayList<ReadingBlock>();
        var added = new ArrayList<ReadingBlock>();
        for (var step : Alignment.of(before, after)) {
            switch (step.kind()) {
                case REMOVED -> removed.add(step.value());
                case ADDED -> added.add(step.value());
                case SAME -> flush(removed, added, changed);
            }
        }
        flush(removed, added, changed);
        return changed;
    }

    private static void flush(
            List<ReadingBlock> removed, List<ReadingBlock> added, List<Changed> changed) {
        for (var i = 0; i < Math.max(removed.size(), added.size()); i++) {
            var before = i < removed.size() ? removed.get(i) : null;
            var after = i < added.size() ? added.get(i) : null;
            if (before != null && after != null) {
                changed.add(new Changed(after.section(), words(before.text(), after.text())));
            } else if (after != null) {
                changed.add(whole(after, Kind.ADDED));
            } else if (before != null) {
                changed.add(whole(before, Kind.REMOVED));
            }
        }
        removed.clear();
        added.clear();
    }

    private static Changed whole(ReadingBlock block, Kind kind) {
        return new Changed(block.section(), List.of(new Piece(kind, visible(block.text()))));
    }

    private static List<Piece> words(String before, String after) {
        var pieces = new ArrayList<Piece>();
        var run = new StringBuilder();
        var kind = Kind.SAME;
        for (var step : Alignment.of(split(before), split(after))) {
            if (step.kind() != kind && !run.isEmpty()) {
                pieces.add(new Piece(kind, visible(run.toString())));
                run.setLength(0);
            }
            kind = step.kind();
            run.append(step.value());
        }
        if (!run.isEmpty()) {
            pieces.add(new Piece(kind, visible(run.toString())));
        }
        return pieces;
    }

    private static List<String> split(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    /** Characters that a reader would not see, such as a zero-width space, by their number. */
    public static String visible(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    if (isHidden(point)) {
                        shown.append("⟨U+%04X⟩".formatted(point));
                    } else {
                        shown.appendCodePoint(point);
                    }
                });
        return shown.toString();
    }

    private static boolean isHidden(int point) {
        var type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || (type == Character.CONTROL && point != '\n' && point != '\t')
                || point == 0x00A0
                || point == 0x2028
                || point == 0x2029;
    }
}
