package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.comms.Draft;
import app.candor.comms.DraftKind;
import app.candor.comms.DraftState;
import app.candor.comms.Review;
import app.candor.comms.Seen;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;

/** The one thing this person can do next, what it costs, and the way back. */
class DraftActions extends Div {
    private final CommsDesk desk;
    private final Draft draft;

    DraftActions(CommsDesk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        addClassName("page-actions");
        switch (draft.state()) {
            case DraftState.Editing open -> {
                if (desk.drafts().may(Act.DRAFT, draft)) {
                    add(submit());
                }
            }
            case DraftState.InReview(var review) -> inReview(review);
            case DraftState.Released gone -> {
                if (desk.drafts().may(Act.READ_AUDIT, draft)) {
                    add(proof());
                }
                add(signOff());
                if (desk.drafts().may(Act.DRAFT, draft) && draft.kind() != DraftKind.FAQ_ANSWER) {
                    add(Buttons.secondary("Begin a correction", this::correct));
                }
            }
        }
    }

    private void inReview(Review review) {
        if (desk.drafts().may(Act.DRAFT, draft)) {
            var cost = DraftWords.cost(draft);
            if (!cost.isEmpty()) {
                var quiet = new Span(cost);
                quiet.addClassNames("s", "t2");
                add(quiet);
            }
            add(Buttons.secondary("Withdraw and edit", this::withdraw));
            if (review.voided() != null) {
                add(submit());
            }
        }
        var me = desk.people().current();
        if (!desk.signing().waitingFor(draft, me).isEmpty()) {
            var sign =
                    new Anchor(
                            "approvals/" + draft.id(),
                            "Review and sign version " + review.number());
            sign.addClassNames("button", "primary");
            add(sign);
        } else if (draft.standing() == null
                && review.complete(desk.drafts().gates(draft))
                && desk.drafts().may(Act.RELEASE, draft)
                && !review.writers().contains(me.id())) {
            add(Buttons.primary("Release version " + review.number(), () -> release(review)));
        }
    }

    private void correct() {
        var correction = desk.corrections().begin(draft.id());
        var incident = correction.incident();
        desk.go(
                DraftWords.path(
                        correction, incident == null ? "" : desk.incidents().get(incident).key()));
        Toast.show("A correction for the same readers is begun");
    }

    private Anchor signOff() {
        var file =
                DownloadHandler.fromInputStream(request -> {
                    var bytes = desk.pdfs().signOff(draft.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "sign-off-" + draft.id() + ".pdf",
                            "application/pdf",
                            bytes.length);
                });
        var anchor = new Anchor(file, "Sign-off sheet");
        anchor.addClassName("button");
        return anchor;
    }

    private Anchor proof() {
        var file =
                DownloadHandler.fromInputStream(request -> {
                    var bytes = desk.proofs().export(draft.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "release-" + draft.id() + ".json",
                            "application/json",
                            bytes.length);
                });
        var anchor = new Anchor(file, "Download proof of release");
        anchor.addClassName("button");
        anchor.getElement().insertChild(0, new Icon(Glyph.DOWNLOAD).getElement());
        return anchor;
    }

    private Button submit() {
        return Buttons.primary(
                "Submit version " + (draft.revisions() + 1) + " for signatures",
                () -> {
                    var now = desk.submissions().submit(draft.id());
                    Toast.show(
                            "Version %d submitted at %s. Everybody who can sign was asked"
                                    .formatted(
                                            now.revisions(), Times.time(desk.clock().instant())));
                });
    }

    private void withdraw() {
        var cost = DraftWords.cost(draft);
        if (cost.isEmpty()) {
            withdrawNow();
            return;
        }
        new ConfirmDialog(
                        "Withdraw version " + draft.revisions() + "?",
                        cost
                                + ". The text opens for typing; a new version needs all of them again.",
                        "Withdraw and edit",
                        confirmed -> withdrawNow(),
                        "Keep in review",
                        kept -> {})
                .open();
    }

    private void withdrawNow() {
        desk.submissions().withdraw(draft.id());
        Toast.show("Withdrawn at " + Times.time(desk.clock().instant()) + ". The text is open");
    }

    private void release(Review review) {
        var dialog =
                new ConfirmDialog(
                        "Release version " + review.number() + "?",
                        "It leaves exactly as it was signed, text "
                                + DraftWords.shortHash(review.hash())
                                + ". It can never be edited after that.",
                        "Release version " + review.number(),
                        confirmed -> {
                            desk.drafts()
                                    .release(draft.id(), new Seen(review.number(), review.hash()));
                            Toast.show(
                                    "Version %d released at %s"
                                            .formatted(
                                                    review.number(),
                                                    Times.time(desk.clock().instant())));
                        },
                        "Not yet",
                        kept -> {});
        dialog.open();
    }
}
