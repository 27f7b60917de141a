package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.access.StepUpNeeded;
import app.candor.comms.Draft;
import app.candor.comms.DraftKind;
import app.candor.comms.DraftState;
import app.candor.comms.Emergency;
import app.candor.comms.Review;
import app.candor.comms.Seen;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

/** The release that cannot wait for its signers, in its two halves; and its mark afterwards. */
class EmergencyPart extends Div {
    private final CommsDesk desk;
    private final Draft draft;
    private final String path;

    EmergencyPart(CommsDesk desk, Draft draft, String path) {
        this.desk = desk;
        this.draft = draft;
        this.path = path;
        addClassName("after-part");
        if (draft.state() instanceof DraftState.Released gone) {
            var used = gone.emergency();
            if (used != null) {
                add(
                        new Banner(
                                Tone.WARN,
                                used.sentence(),
                                used.reason() + " " + String.join(" ", used.missing())));
            }
        }
        draft.review()
                .filter(review -> review.voided() == null)
                .filter(review -> !review.complete(desk.drafts().gates(draft)))
                .filter(review -> draft.kind().external() && draft.kind() != DraftKind.FAQ_ANSWER)
                .filter(review -> !review.writers().contains(desk.people().current().id()))
                .ifPresent(this::offer);
        setVisible(getElement().getChildCount() > 0);
    }

    private void offer(Review review) {
        var opened = desk.emergencies().waiting(draft).orElse(null);
        var me = desk.people().current().id();
        if (opened == null) {
            if (desk.drafts().may(Act.BREAK_GLASS_RELEASE, draft)) {
                var hint =
                        new Div(
                                "For when signers cannot be reached: you and a second person, who"
                                        + " wrote nothing, let this version go. It is marked so.");
                hint.addClassNames("s", "t2");
                add(
                        hint,
                        Buttons.small(
                                Buttons.secondary("Open an emergency release", () -> ask(review))));
            }
            return;
        }
        add(new Banner(Tone.WARN, words(opened), opened.reason()));
        if (!opened.leader().equals(me)) {
            add(second(review));
        }
    }

    private static String words(Emergency opened) {
        return "%s opened an emergency release of version %d. A second person has until %s."
                .formatted(opened.leaderName(), opened.number(), Times.time(opened.expires()));
    }

    private Button second(Review review) {
        return Buttons.small(
                Buttons.secondary(
                        "Release version " + review.number() + " in an emergency",
                        () ->
                                loggedIn(() -> {
                                    desk.emergencies().release(draft.id(), seen(review));
                                    Toast.show("Released in an emergency. Everybody was told");
                                })));
    }

    private void ask(Review review) {
        if (desk.emergencies().needsLogin(draft)) {
            login();
            return;
        }
        new ReasonDialog(
                        "Open an emergency release",
                        "Why it cannot wait for its signers",
                        "Open emergency release",
                        reason ->
                                loggedIn(() -> {
                                    desk.emergencies().open(draft.id(), seen(review), reason);
                                    Toast.show(
                                            "Open for 30 minutes. A second person has to release");
                                }))
                .open();
    }

    private void loggedIn(Runnable act) {
        try {
            act.run();
        } catch (StepUpNeeded needed) {
            login();
        }
    }

    private void login() {
        UI.getCurrent().getPage().setLocation(desk.emergencies().beginLogin(draft, "/" + path));
    }

    private static Seen seen(Review review) {
        return new Seen(review.number(), review.hash());
    }
}
