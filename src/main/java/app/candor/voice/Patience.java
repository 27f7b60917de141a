package app.candor.voice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that a pattern may look at only so often. A pattern that would explode meets {@link
 * Exhausted} instead, after a number of looks that does not depend on the machine.
 */
final class Patience implements CharSequence {
    private static final int LOOKS_PER_UNIT = 200;
    private static final int LEAST = 50_000;

    private final CharSequence words;
    private final int[] left;

    private Patience(CharSequence words, int[] left) {
        this.words = words;
        this.left = left;
    }

    /** A matcher that gives up after about two hundred looks at every character. */
    static Matcher matcher(Pattern pattern, CharSequence words) {
        var looks = Math.min((long) words.length() * LOOKS_PER_UNIT + LEAST, Integer.MAX_VALUE);
        return pattern.matcher(new Patience(words, new int[] {(int) looks}));
    }

    /** The pattern looked too often. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("The pattern took too long", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new Exhausted();
        }
        return words.charAt(index);
    }

    @Override
    public int length() {
        return words.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return words.subSequence(start, end);
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
