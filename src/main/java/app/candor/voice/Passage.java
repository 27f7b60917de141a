package app.candor.voice;

import java.util.List;

/**
 * A block of text with the way back to the editor's positions.
 *
 * @param words as the reader sees them; tokens stand with their words
 * @param runs consecutive pieces that cover the words; none where positions do not matter
 */
public record Passage(Kind kind, String words, List<Run> runs) {

    /** Where the words stand. */
    public enum Kind {
        SUBJECT,
        PARAGRAPH,
        HEADING,
        ITEM,
        CELL,
        CODE,
        QUOTE;

        /** Whether tone is judged; code and quotes only for what must not leave. */
        boolean isProse() {
            return this != CODE && this != QUOTE;
        }
    }

    /**
     * Words with a place in the document.
     *
     * @param start index in the passage's words
     * @param length of its words, in UTF-16 units
     * @param position in the editor of its first unit
     * @param token whether it is one token of size 1, however long its words are
     */
    public record Run(int start, int length, int position, boolean token) {
        int end() {
            return start + length;
        }
    }

    public Passage {
        runs = List.copyOf(runs);
    }

    /** Editor position where the words from this index begin. */
    int positionOf(int index) {
        for (var run : runs) {
            if (index < run.end()) {
                return run.token() ? run.position() : run.position() + index - run.start();
            }
        }
        return runs.isEmpty() ? 0 : end(runs.getLast());
    }

    /** Editor position behind the words before this index. */
    int positionBehind(int index) {
        for (var run : runs) {
            if (index <= run.end()) {
                return run.token() ? run.position() + 1 : run.position() + index - run.start();
            }
        }
        return runs.isEmpty() ? 0 : end(runs.getLast());
    }

    /** Whether all of it is a token, whose words nobody typed here. */
    boolean isToken(int from, int to) {
        return runs.stream().anyMatch(run -> run.token() && run.start() <= from && to <= run.end());
    }

    /** Whether any of it is a token. */
    boolean touchesToken(int from, int to) {
        return runs.stream().anyMatch(run -> run.token() && run.start() < to && from < run.end());
    }

    private static int end(Run run) {
        return run.position() + (run.token() ? 1 : run.length());
    }
}
