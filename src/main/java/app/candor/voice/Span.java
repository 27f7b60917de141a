package app.candor.voice;

/** A stretch of a passage's words: from inclusive, to exclusive, in UTF-16 units. */
record Span(int from, int to) {
    boolean covers(int index) {
        return from <= index && index < to;
    }

    String of(String words) {
        return words.substring(from, to);
    }
}
