package app.candor.comms.ui;

import app.candor.access.Person;
import app.candor.comms.Draft;
import app.candor.comms.DraftState;
import app.candor.comms.Review;
import app.candor.comms.Signature;
import app.candor.policy.GatePolicy;
import app.candor.policy.GatePolicy.Gate;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Who has to sign, who did, and who cannot. */
class GatesPanel extends Aside {
    private final CommsDesk desk;
    private final Draft draft;

    GatesPanel(CommsDesk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        addClassName("draft-gates");
        getElement().setAttribute("aria-label", "Gates");
        var policy = desk.drafts().gates(draft);
        add(head(policy));
        switch (draft.state()) {
            case DraftState.Released gone -> gone.signatures().forEach(this::signature);
            case DraftState.Editing open ->
                    needed(policy).forEach(gate -> add(new GateRow(desk, draft, gate)));
            case DraftState.InReview(var review) -> {
                review.gates(policy).forEach(gate -> add(new GateRow(desk, draft, gate)));
                review.optionalGates(policy).forEach(this::optional);
            }
        }
        writers();
        add(new KeptWords(desk, draft));
    }

    private List<Gate> needed(GatePolicy policy) {
        return policy.forText(draft.highestClass(), draft.kind().name()).stream()
                .filter(gate -> !gate.optional())
                .toList();
    }

    private Div head(GatePolicy policy) {
        var number = desk.drafts().policyVersion(draft);
        var word =
                switch (draft.state()) {
                    case DraftState.Released gone ->
                            new Badge(Tone.OK, gone.signatures().size() + " signed");
                    case DraftState.InReview(var review) ->
                            new Badge(Tone.PLAIN, DraftWords.progress(review, policy) + " valid");
                    case DraftState.Editing open ->
                            new Badge(Tone.PLAIN, "0 of " + needed(policy).size() + " valid");
                };
        var title =
                new Div(
                        new H2("Gates"),
                        word,
                        grow(),
                        quiet(
                                "Class "
                                        + draft.highestClass()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT)
                                        + ", policy "
                                        + number));
        title.addClassName("row");
        var head = new Div(title, note());
        head.addClassName("gate-head");
        return head;
    }

    private Div note() {
        var text =
                switch (draft.state()) {
                    case DraftState.Editing(var sentBack) ->
                            sentBack == null
                                    ? "Submitting locks the text and asks everybody below at once."
                                    : "%s sent version %d back at %s: “%s”"
                                            .formatted(
                                                    sentBack.by(),
                                                    sentBack.number(),
                                                    Times.near(
                                                            sentBack.at(), desk.clock().instant()),
                                                    sentBack.reason());
                    case DraftState.InReview(var review) ->
                            review.preapproved() != null && review.voided() == null
                                    ? "These signatures were given in advance to the wording that this"
                                            + " text repeats word by word."
                                    : review.voided() == null
                                            ? "Signatures belong to version %d, text %s."
                                                    .formatted(
                                                            review.number(),
                                                            DraftWords.shortHash(review.hash()))
                                            : review.voided().cause()
                                                    + ". Submit it again for new signatures.";
                    case DraftState.Released gone ->
                            "Released by %s at %s, text %s. It is never edited."
                                    .formatted(
                                            gone.byName(),
                                            Times.near(gone.at(), desk.clock().instant()),
                                            DraftWords.shortHash(gone.hash()));
                };
        var note = new Div(text);
        note.addClassNames("s", "t2");
        return note;
    }

    private void optional(Gate gate) {
        var words = new Div(new H3(gate.title()), quiet("Not needed unless somebody asks for it"));
        words.addClassName("grow");
        var ask =
                Buttons.small(
                        Buttons.secondary(
                                "Ask " + Review.holders(gate).toLowerCase(java.util.Locale.ROOT),
                                () -> {
                                    desk.signing().callIn(draft.id(), gate.key());
                                    Toast.show(gate.title() + " was asked for");
                                }));
        var row = new Div(new Icon(Glyph.DASH).large(), words, ask);
        row.addClassName("gate");
        add(row);
    }

    private void signature(Signature signature) {
        var words =
                new Div(
                        new H3(signature.gateTitle()),
                        quiet(signature.name() + ", " + signature.title()),
                        quiet("“" + signature.meaning() + "”"));
        words.addClassName("grow");
        var icon = new Icon(Glyph.ALL_CLEAR, "Signed").large();
        icon.addClassName("c-ok");
        var at = new Span(Times.near(signature.at(), desk.clock().instant()));
        at.addClassNames("s", "t2", "nowrap");
        var row = new Div(icon, words, at);
        row.addClassName("gate");
        add(row);
    }

    private void writers() {
        var names =
                desk.people().byIds(desk.drafts().writers(draft)).values().stream()
                        .map(Person::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            var line = new Div("Wrote parts of this and cannot sign or release it: " + names + ".");
            line.addClassNames("s", "t2", "gate-writers");
            add(line);
        }
    }

    private static Span grow() {
        var space = new Span();
        space.addClassName("grow");
        return space;
    }

    private static Div quiet(String text) {
        var line = new Div(text);
        line.addClassNames("s", "t2");
        return line;
    }
}
