package app.candor.comms.ui;

import app.candor.access.StepUpNeeded;
import app.candor.comms.Draft;
import app.candor.comms.Review;
import app.candor.comms.Seen;
import app.candor.comms.TextMoved;
import app.candor.policy.GatePolicy.Gate;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;

/** Sign or send back, within reach of a thumb; gone when there is nothing to decide. */
class DecisionBar extends Div {
    private final CommsDesk desk;
    private final Draft draft;
    private final RadioButtonGroup<Gate> gate = new RadioButtonGroup<>("You sign for");

    DecisionBar(CommsDesk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        addClassName("decision-bar");
        var gates = desk.signing().waitingFor(draft, desk.people().current());
        setVisible(!gates.isEmpty());
        if (!gates.isEmpty()) {
            draft.review().ifPresent(review -> ask(review, gates));
        }
    }

    private void ask(Review review, List<Gate> gates) {
        gate.setItems(gates);
        gate.setItemLabelGenerator(Gate::title);
        gate.setValue(gates.getFirst());
        gate.setVisible(gates.size() > 1);
        var words = new Div(sentence(gates), hash(review));
        words.addClassName("s");
        var buttons =
                new Div(
                        Buttons.with(
                                Glyph.SEND_BACK,
                                Buttons.secondary(
                                        "Send back",
                                        () ->
                                                new SendBackDialog(
                                                                desk,
                                                                draft,
                                                                gate.getValue(),
                                                                seen(review))
                                                        .open())),
                        Buttons.primary(
                                desk.signing().needsLogin(draft)
                                        ? "Sign in again to sign"
                                        : "Sign version " + review.number(),
                                () -> sign(review)));
        buttons.addClassName("decision-buttons");
        add(gate, words, buttons);
    }

    private Div sentence(List<Gate> gates) {
        var login = desk.signing().needsLogin(draft);
        var meaning = new Span();
        if (gates.size() == 1) {
            var name = new Span(gates.getFirst().title().toLowerCase(java.util.Locale.ROOT));
            name.addClassName("b");
            meaning.add(
                    new Span("You sign for "),
                    name,
                    new Span(": “" + gates.getFirst().meaning() + "”. "));
        }
        return new Div(
                meaning,
                new Span(login ? "You sign in again first and come back here to sign." : ""));
    }

    private static Div hash(Review review) {
        var hash = new Span(DraftWords.shortHash(review.hash()));
        hash.addClassName("mono");
        hash.getElement().setAttribute("title", "SHA-256 " + review.hash());
        var line = new Div(new Span("Text "), hash);
        line.addClassName("t2");
        return line;
    }

    private void sign(Review review) {
        if (desk.signing().needsLogin(draft)) {
            login();
            return;
        }
        try {
            desk.signing().sign(draft.id(), gate.getValue().key(), seen(review));
            Toast.show(
                    "%s signed at %s, version %d"
                            .formatted(
                                    gate.getValue().title(),
                                    Times.time(desk.clock().instant()),
                                    review.number()));
        } catch (StepUpNeeded tooLate) {
            login();
        } catch (TextMoved moved) {
            // Nothing is signed; the page shows what is before the signers now.
            UI.getCurrent().getPage().reload();
            Toast.error(String.valueOf(moved.getMessage()));
        }
    }

    private void login() {
        UI.getCurrent()
                .getPage()
                .setLocation(desk.signing().beginLogin(draft, "/approvals/" + draft.id()));
    }

    private static Seen seen(Review review) {
        return new Seen(review.number(), review.hash());
    }
}
