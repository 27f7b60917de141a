package app.candor.delivery;

/** Keeps what people typed from becoming a second header line. */
final class OneLine {
    private OneLine() {}

    /** The text with every line break, separator and control character turned into a space. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
