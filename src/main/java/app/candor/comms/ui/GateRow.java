package app.candor.comms.ui;

import app.candor.access.Person;
import app.candor.comms.Draft;
import app.candor.comms.PastReview;
import app.candor.comms.Review;
import app.candor.comms.Signature;
import app.candor.policy.GatePolicy.Gate;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Times;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One gate: who signed it or can, since when it waits, and why an earlier signature is void. */
class GateRow extends Div {
    private static final int NAMES = 3;

    GateRow(CommsDesk desk, Draft draft, Gate gate) {
        addClassName("gate");
        var review = draft.review();
        var signature = review.filter(GateRow::counts).flatMap(now -> now.at(gate.key()));
        var signers = desk.signing().signers(draft, gate);
        var mine =
                desk.people()
                        .signedIn()
                        .map(me -> desk.signing().waitingFor(draft, me).contains(gate))
                        .orElse(false);
        var words = new Div(new H3(gate.title()));
        words.addClassName("grow");
        var now = desk.clock().instant();
        if (signature.isPresent()) {
            signed(signature.get(), words, now);
        } else if (signers.isEmpty()) {
            state(Glyph.GAP, "c-warn", "Vacant");
            words.add(line("t2", "Nobody who may sign it. Needs: " + Review.holders(gate)));
        } else if (mine) {
            state(Glyph.SHIELD, "c-accent", "Your turn");
            words.add(line("t2", "You" + since(review, now)));
        } else {
            state(Glyph.CIRCLE, "t3", review.isEmpty() ? "Not asked yet" : "Waiting");
            words.add(line("t2", names(signers)));
            review.ifPresent(asked ->
                    words.add(line("t3", "Asked at " + Times.near(asked.submittedAt(), now))));
        }
        if (signature.isEmpty()) {
            earlier(draft, gate).ifPresent(past -> voided(past, gate, words, now));
        }
        add(words);
    }

    private void signed(Signature signature, Div words, Instant now) {
        state(Glyph.ALL_CLEAR, "c-ok", "Signed");
        words.add(line("t2", signature.name() + ", " + signature.title()));
        words.add(line("c-ok", "Signed " + Times.near(signature.at(), now)));
        getElement().setAttribute("title", signature.meaning());
    }

    private static void voided(PastReview past, Gate gate, Div words, Instant now) {
        past.signatures().stream()
                .filter(old -> old.gate().equals(gate.key()))
                .findFirst()
                .ifPresent(old -> {
                    var struck =
                            new Span(
                                    "Signed v%d %s"
                                            .formatted(old.revision(), Times.near(old.at(), now)));
                    struck.addClassName("struck");
                    var word = new Span(" Void");
                    word.addClassNames("c-warn", "b");
                    var line = new Div(struck, word);
                    line.addClassName("s");
                    words.add(line, line("t3", old.name() + ". " + past.cause()));
                });
    }

    private static Optional<PastReview> earlier(Draft draft, Gate gate) {
        return Stream.concat(
                        draft.review().flatMap(GateRow::voidNow).stream(),
                        draft.past().reversed().stream())
                .filter(past ->
                        past.signatures().stream().anyMatch(old -> old.gate().equals(gate.key())))
                .findFirst();
    }

    private static Optional<PastReview> voidNow(Review review) {
        return Optional.ofNullable(review.voided())
                .map(voided ->
                        new PastReview(
                                review.number(),
                                review.hash(),
                                review.signatures(),
                                voided.at(),
                                voided.cause()));
    }

    private static boolean counts(Review review) {
        return review.voided() == null;
    }

    private void state(Glyph glyph, String colour, String word) {
        var icon = new Icon(glyph, word).large();
        icon.addClassName(colour);
        add(icon);
        var label = new Span(word);
        label.addClassNames("gate-state", "s", colour);
        getElement().appendChild(label.getElement());
    }

    private static String since(Optional<Review> review, Instant now) {
        return review.map(asked -> ", since " + Times.near(asked.submittedAt(), now)).orElse("");
    }

    private static String names(List<Person> signers) {
        var named =
                signers.stream().limit(NAMES).map(Person::name).collect(Collectors.joining(", "));
        return signers.size() > NAMES
                ? named + " and " + (signers.size() - NAMES) + " more"
                : named;
    }

    private static Div line(String colour, String text) {
        var line = new Div(text);
        line.addClassNames("s", colour);
        return line;
    }
}
