package app.candor.coedit.authority;

import app.candor.coedit.TextRef;
import java.util.List;

/**
 * A further part of opening a text that is tried out after a start, by a bean of the package that
 * has it.
 */
public interface Rehearsal {
    /** The kind of the text it is tried out on. */
    String KIND = "warming";

    /**
     * Leaves no trace in {@code others}, and in the text at most commits that are stored when it
     * returns: the text is deleted then.
     *
     * @param own a text that is nobody's
     * @param others texts of people, to be looked at only
     * @param end value of {@link System#nanoTime()} at which to begin nothing more
     * @return how often it was done
     */
    int on(TextRef own, List<TextRef> others, long end);
}
