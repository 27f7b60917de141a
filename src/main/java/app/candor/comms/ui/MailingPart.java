package app.candor.comms.ui;

import app.candor.comms.Draft;
import app.candor.comms.DraftState;
import app.candor.comms.Mailing;
import app.candor.uikit.Buttons;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** The portal's own mail to account contacts: begin, how far it is, stop. */
class MailingPart extends Div {
    private final CommsDesk desk;
    private final Draft draft;

    MailingPart(CommsDesk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        addClassName("after-part");
        var may = desk.mails().may(draft);
        var begun = desk.mails().of(draft);
        setVisible(
                draft.state() instanceof DraftState.Released
                        && draft.bundle().audience().scope().byAccount()
                        && (may || begun.isPresent()));
        if (!isVisible()) {
            return;
        }
        var content = new Div();
        begun.ifPresentOrElse(
                mailing -> progress(content, mailing, may),
                () ->
                        content.add(
                                desk.mails().canSend()
                                        ? begin()
                                        : quiet(
                                                "The portal has no mail server to do it. Send"
                                                        + " the message from the package.")));
        add(new H2("Mail to account contacts"), content);
    }

    private com.vaadin.flow.component.button.Button begin() {
        var count = desk.readings().of(draft).audience().recipients().size();
        return Buttons.small(
                Buttons.secondary(
                        count == 1
                                ? "Mail 1 account contact"
                                : "Mail " + count + " account contacts",
                        () ->
                                new ConfirmDialog(
                                                "Mail " + count + " contacts?",
                                                "Each gets one message, exactly as it was released."
                                                        + " Accounts count as told once their"
                                                        + " message was accepted.",
                                                "Mail " + count + " contacts",
                                                confirmed -> {
                                                    desk.mails().begin(draft.id());
                                                    Toast.show("The messages are on their way");
                                                },
                                                "Not now",
                                                kept -> {})
                                        .open()));
    }

    private void progress(Div content, Mailing mailing, boolean may) {
        content.add(
                quiet(
                        "%,d of %,d accounts told%s. Begun by %s at %s."
                                .formatted(
                                        mailing.told().size(),
                                        mailing.total(),
                                        mailing.failed().isEmpty()
                                                ? ""
                                                : ", %,d not reached"
                                                        .formatted(mailing.failed().size()),
                                        mailing.byName(),
                                        Times.near(mailing.at(), desk.clock().instant()))));
        if (may && mailing.open()) {
            content.add(
                    Buttons.small(
                            Buttons.secondary(
                                    mailing.paused() ? "Go on mailing" : "Pause mailing",
                                    () -> desk.mails().pause(draft.id(), !mailing.paused()))));
        }
    }

    private static Div quiet(String text) {
        var line = new Div(text);
        line.addClassNames("s", "t2");
        return line;
    }
}
