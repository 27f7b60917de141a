package app.candor.comms;

import app.candor.policy.SeverityClass;
import app.candor.prosemirror.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a draft begins with.
 *
 * @param incident id; null for an evergreen FAQ answer
 * @param owner id of what it belongs to in another module, such as a FAQ entry; null for none
 * @param subject may be empty until submitted; the question, for a FAQ answer
 * @param atLeast lowest class whose gates it needs: high for an evergreen answer that came from a
 *     high incident
 * @param initial its first words; null for the template of the kind
 * @param corrects id of the released draft that it corrects; null for none
 */
public record NewDraft(
        DraftKind kind,
        @Nullable String incident,
        @Nullable String owner,
        String subject,
        Audience audience,
        SeverityClass atLeast,
        @Nullable Node initial,
        @Nullable String corrects) {

    /** A draft of an incident, from the template of its kind, for the usual audience. */
    public static NewDraft of(DraftKind kind, String incident) {
        return new NewDraft(
                kind,
                incident,
                null,
                "",
                Audience.of(kind.usualAudience()),
                SeverityClass.LOW,
                null,
                null);
    }

    /** The same with other first words than the template's. */
    public NewDraft beginningWith(Node words) {
        return new NewDraft(kind, incident, owner, subject, audience, atLeast, words, corrects);
    }

    /**
     * A FAQ answer.
     *
     * @param incident id; null for an evergreen one
     * @param entry id of the FAQ entry
     */
    public static NewDraft answer(
            @Nullable String incident, String entry, String question, SeverityClass atLeast) {
        return new NewDraft(
                DraftKind.FAQ_ANSWER,
                incident,
                entry,
                question,
                Audience.of(AudienceScope.CUSTOMER_SUCCESS),
                atLeast,
                null,
                null);
    }
}
