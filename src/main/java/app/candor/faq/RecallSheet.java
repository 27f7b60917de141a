package app.candor.faq;

import app.candor.comms.rendering.TextChanges;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recall as its owner works on it.
 *
 * @param entry with the answer that counts now, as the reader may have it
 * @param given what was given to whom, by version, newest first
 * @param corrected ids of copies whose customer was given the answer that counts now
 * @param cause why it was taken out of use; null where a new version replaced it
 * @param correction the sentence that goes before the answer
 * @param usable whether that answer may be given
 */
public record RecallSheet(
        Recall recall,
        Entry entry,
        List<Given> given,
        Set<String> corrected,
        @Nullable Block cause,
        String correction,
        boolean usable) {

    /**
     * One outdated version.
     *
     * @param changes from it to the answer that counts now; all of it removed where none does
     */
    public record Given(int version, List<TextChanges.Changed> changes, List<Copy> copies) {}
}
