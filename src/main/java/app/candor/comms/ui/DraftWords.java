package app.candor.comms.ui;

import app.candor.comms.Draft;
import app.candor.comms.DraftState;
import app.candor.comms.Review;
import app.candor.policy.GatePolicy;
import app.candor.uikit.Badge;
import app.candor.uikit.Glyph;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;

/** How the state of a draft is shown and said. */
final class DraftWords {
    private DraftWords() {}

    static Badge badge(CommsDesk desk, Draft draft) {
        return switch (draft.state()) {
            case DraftState.Editing(var sentBack) ->
                    sentBack == null
                            ? new Badge(
                                    Tone.PLAIN, Glyph.PENCIL, "Editing version " + draft.version())
                            : new Badge(Tone.WARN, Glyph.SEND_BACK, "Sent back");
            case DraftState.InReview(var review) -> inReview(desk, draft, review);
            case DraftState.Released gone ->
                    new Badge(
                            Tone.OK,
                            Glyph.LOCK,
                            "Released " + Times.near(gone.at(), desk.clock().instant()));
        };
    }

    private static Badge inReview(CommsDesk desk, Draft draft, Review review) {
        if (review.voided() != null) {
            return new Badge(Tone.WARN, Glyph.VOID, "Signatures void");
        }
        var policy = desk.drafts().gates(draft);
        var standing = draft.standing();
        if (standing != null && review.complete(policy)) {
            return desk.notices().missing(draft).isEmpty()
                    ? new Badge(
                            Tone.OK,
                            Glyph.ALL_CLEAR,
                            "In force until "
                                    + Times.near(standing.until(), desk.clock().instant()))
                    : new Badge(Tone.WARN, Glyph.VOID, "Not in force");
        }
        return review.complete(policy)
                ? new Badge(Tone.OK, Glyph.ALL_CLEAR, "Ready to release")
                : new Badge(Tone.INFO, Glyph.SHIELD, "In review, " + progress(review, policy));
    }

    /** {@code 2 of 5}. */
    static String progress(Review review, GatePolicy policy) {
        return valid(review) + " of " + review.gates(policy).size();
    }

    static int valid(Review review) {
        return review.voided() == null ? review.signatures().size() : 0;
    }

    /** What a step costs in signatures: {@code Voids 2 signatures}; empty if nothing. */
    static String cost(Draft draft) {
        var valid = draft.review().map(DraftWords::valid).orElse(0);
        return valid == 0 ? "" : "Voids " + valid + (valid == 1 ? " signature" : " signatures");
    }

    /** First eight and last four digits, for comparing by eye. */
    static String shortHash(String hash) {
        return hash.substring(0, 8) + "…\u2060" + hash.substring(hash.length() - 4);
    }

    static String path(Draft draft, String incidentKey) {
        return incidentKey.isEmpty()
                ? "comms/" + draft.id()
                : "incidents/" + incidentKey + "/comms/" + draft.id();
    }
}
