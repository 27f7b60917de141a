package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.access.StepUpNeeded;
import app.candor.comms.AudienceExtension;
import app.candor.comms.Draft;
import app.candor.comms.DraftKind;
import app.candor.comms.DraftState;
import app.candor.comms.Withholding;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** What can still happen to a released text, which itself is never edited; and what waits. */
class AfterRelease extends Div {
    private final CommsDesk desk;
    private final Draft draft;
    private final String path;

    AfterRelease(CommsDesk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        var incident = draft.incident();
        path = DraftWords.path(draft, incident == null ? "" : desk.incidents().get(incident).key());
        addClassName("after-release");
        var emergency = new EmergencyPart(desk, draft, path);
        if (emergency.isVisible()) {
            add(emergency);
        }
        if (draft.kind() == DraftKind.TECHNICAL_EXPLANATION) {
            withholding();
        }
        if (draft.state() instanceof DraftState.Released) {
            var mailing = new MailingPart(desk, draft);
            if (mailing.isVisible()) {
                add(mailing);
            }
            corrections();
            extensions();
        }
        var corrects = draft.corrects();
        if (corrects != null) {
            var wrong = desk.drafts().get(corrects);
            var link =
                    new Anchor(
                            path.substring(0, path.lastIndexOf('/') + 1) + corrects,
                            wrong.bundle().subject());
            add(part("Corrects", new Div(link)));
        }
        setVisible(getElement().getChildCount() > 0);
    }

    private void withholding() {
        var chosen = desk.withholdings().of(draft.id());
        if (chosen.isPresent()) {
            var words = new Div(quiet(sentence(chosen.get())));
            if (chosen.get().holds()
                    && (desk.drafts().may(Act.PROPOSE_COMMS, draft)
                            || desk.drafts().may(Act.SEND, draft))) {
                words.add(
                        Buttons.small(
                                Buttons.secondary(
                                        "Give it out",
                                        () ->
                                                new ReasonDialog(
                                                                "Give the explanation out",
                                                                "Which customer asked",
                                                                "Give out",
                                                                reason ->
                                                                        desk.withholdings()
                                                                                .giveOut(
                                                                                        draft.id(),
                                                                                        reason))
                                                        .open())));
            }
            add(part("Withheld", words));
        } else if (draft.isOpen() && desk.drafts().may(Act.PROPOSE_COMMS, draft)) {
            add(
                    part(
                            "Who gets it",
                            new Div(
                                    quiet("Sent to its audience once released."),
                                    Buttons.small(
                                            Buttons.secondary(
                                                    "Withhold until a customer asks",
                                                    () ->
                                                            new ReasonDialog(
                                                                            "Withhold the explanation",
                                                                            "Why customers get it only on request",
                                                                            "Withhold",
                                                                            reason ->
                                                                                    desk.withholdings()
                                                                                            .withhold(
                                                                                                    draft
                                                                                                            .id(),
                                                                                                    reason))
                                                                    .open())))));
        }
    }

    private String sentence(Withholding choice) {
        var given = choice.handedOver();
        var why =
                "%s, %s: %s"
                        .formatted(
                                choice.byName(),
                                Times.near(choice.at(), desk.clock().instant()),
                                choice.reason());
        return given == null
                ? why
                : why
                        + " Given out by %s at %s: %s"
                                .formatted(
                                        given.byName(),
                                        Times.near(given.at(), desk.clock().instant()),
                                        given.cause());
    }

    private void corrections() {
        var all = desk.corrections().of(draft);
        if (all.isEmpty()) {
            return;
        }
        var list = new Div();
        for (var one : all) {
            var link =
                    new Anchor(
                            path.substring(0, path.lastIndexOf('/') + 1) + one.id(),
                            one.bundle().subject());
            var row = new Div(link, DraftWords.badge(desk, one));
            row.addClassNames("row", "wrap");
            list.add(row);
        }
        add(part("Corrected by", list));
    }

    private void extensions() {
        var all = desk.extensions().of(draft);
        var byAccount = draft.bundle().audience().scope().byAccount();
        var proposes = byAccount && desk.drafts().may(Act.PROPOSE_COMMS, draft);
        if (all.isEmpty() && !proposes) {
            return;
        }
        var list = new Div();
        all.forEach(one -> list.add(row(one)));
        if (proposes) {
            list.add(
                    Buttons.small(
                            Buttons.secondary(
                                    "Send to more accounts",
                                    () -> new ExtendDialog(desk, draft).open())));
        }
        add(part("Further accounts", list));
    }

    private Div row(AudienceExtension one) {
        var signature = one.signature();
        var badge =
                signature != null
                        ? new Badge(Tone.OK, "Signed by " + signature.name())
                        : one.waits()
                                ? new Badge(Tone.INFO, "Waits for authority")
                                : new Badge(Tone.PLAIN, "Taken back");
        var head = new Div(new Span(one.label()), badge);
        head.addClassNames("row", "wrap");
        var row = new Div(head, quiet(one.proposedByName() + ": " + one.reason()));
        row.addClassName("extension");
        if (desk.extensions().maySign(draft, one)) {
            row.add(Buttons.small(Buttons.primary("Sign for " + one.label(), () -> sign(one))));
        } else if (one.waits() && desk.drafts().may(Act.PROPOSE_COMMS, draft)) {
            row.add(
                    Buttons.small(
                            Buttons.tertiary(
                                    "Take back",
                                    () -> {
                                        desk.extensions().decline(one.id());
                                        Toast.show("Taken back. Nobody further gets it");
                                    })));
        }
        return row;
    }

    private void sign(AudienceExtension one) {
        if (desk.extensions().needsLogin(draft, one)) {
            login(one);
            return;
        }
        try {
            desk.extensions().sign(one.id());
            Toast.show("Signed. The package for " + one.label() + " is on its way");
        } catch (StepUpNeeded tooLate) {
            login(one);
        }
    }

    private void login(AudienceExtension one) {
        UI.getCurrent().getPage().setLocation(desk.extensions().beginLogin(one, "/" + path));
    }

    private static Div part(String title, Div content) {
        var part = new Div(new H2(title), content);
        part.addClassName("after-part");
        return part;
    }

    private static Div quiet(String text) {
        var line = new Div(text);
        line.addClassNames("s", "t2");
        return line;
    }
}
