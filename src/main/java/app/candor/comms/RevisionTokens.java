package app.candor.comms;

import app.candor.comms.rendering.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a revision: facts as pinned, merge fields from the recipient.
 *
 * @param recipient null while the text stands for all of them: fields show their names
 */
public record RevisionTokens(Revision revision, @Nullable Recipient recipient) implements Tokens {

    @Override
    public String fact(String key) {
        return revision.fact(key)
                .map(PinnedFact::shownValue)
                .orElseGet(() -> revision.standing() == null ? "not yet known" : Slots.shown(key));
    }

    @Override
    public String mergeField(String name) {
        var field = MergeField.named(name);
        return recipient == null || field.isEmpty()
                ? "[" + field.map(MergeField::label).orElse(name) + "]"
                : field.get().valueFor(recipient);
    }
}
