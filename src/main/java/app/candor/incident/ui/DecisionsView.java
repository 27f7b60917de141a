package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Incident;
import app.candor.incident.record.Decision;
import app.candor.incident.record.Decisions;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;

/** What was decided, by whom and why. */
@Route("incidents/:key/decisions")
@PermitAll
class DecisionsView extends RecordPage {
    private final Decisions decisions;

    DecisionsView(RoomDesk desk, Decisions decisions) {
        super(
                desk,
                "Decisions",
                "What was decided, by whom and why. A changed one keeps its earlier words.",
                "decisions");
        this.decisions = decisions;
    }

    @Override
    Component[] parts(Incident incident) {
        var panel = new Panel("Decisions").note("newest first, UTC");
        if (desk().may(Act.WRITE_DOCUMENT, incident)) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PLUS,
                                    Buttons.secondary("Record decision", () -> ask(incident)))));
        }
        var all = decisions.of(incident.id());
        all.forEach(decision -> panel.add(row(incident, decision)));
        if (all.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.FLAG,
                            "No decision is recorded",
                            "Rollbacks, who is told, what is left alone: write down what and why."));
        }
        return new Component[] {panel};
    }

    private Component row(Incident incident, Decision decision) {
        var what = new Span(decision.what());
        what.addClassName("row-title");
        var why = new Div(decision.why());
        why.addClassName("s");
        var words = new Div(what, why);
        if (decision.withdrawn()) {
            what.addClassName("struck");
        }
        if (!decision.earlier().isEmpty()) {
            words.add(history(decision));
        }
        return new ListRow(
                UtcTime.bare(decision.at()), words, who(decision), trail(incident, decision));
    }

    private String who(Decision decision) {
        var decided =
                desk().nameOf(decision.decidedBy())
                        + ", "
                        + Times.near(decision.at(), desk().now());
        return decision.decidedBy().equals(decision.recordedBy())
                ? decided
                : decided + " · written down by " + desk().nameOf(decision.recordedBy());
    }

    private Component history(Decision decision) {
        var list = new UnorderedList();
        for (var earlier : decision.earlier().reversed()) {
            list.add(
                    new ListItem(
                            earlier.what()
                                    + " ("
                                    + earlier.why()
                                    + ") · until "
                                    + desk().nameOf(earlier.changedBy())
                                    + " changed it, "
                                    + Times.near(earlier.changedAt(), desk().now())));
        }
        var count = decision.earlier().size();
        var details =
                new Details(count + (count == 1 ? " earlier wording" : " earlier wordings"), list);
        details.addClassNames("s", "t2");
        return details;
    }

    private Component[] trail(Incident incident, Decision decision) {
        var trail = new ArrayList<Component>();
        if (decision.withdrawn()) {
            trail.add(new Badge(Tone.OUTLINE, Glyph.VOID, "Withdrawn"));
        } else if (desk().may(Act.WRITE_DOCUMENT, incident)) {
            trail.add(
                    Buttons.small(
                            Buttons.icon(
                                    Glyph.PENCIL,
                                    "Change decision: " + decision.what(),
                                    () -> change(decision))));
        }
        return trail.toArray(Component[]::new);
    }

    private void ask(Incident incident) {
        var what = area("What was decided", "");
        var why = area("Why", "");
        var who = Questions.people(desk().people().all(), "Who decided");
        who.setValue(desk().me());
        var at = Form.moment("When (UTC)", desk().now());
        new Form("Record a decision", what, why, who, at)
                .answer(
                        "Record decision",
                        () -> {
                            decisions.record(
                                    incident.id(),
                                    what.getValue(),
                                    why.getValue(),
                                    who.getValue() == null ? null : who.getValue().id(),
                                    Form.instant(at, desk().now()));
                            Toast.show("The decision is recorded");
                        })
                .open();
    }

    private void change(Decision decision) {
        var what = area("What was decided", decision.what());
        var why = area("Why", decision.why());
        new Form("Change the decision", what, why)
                .otherwise("Withdraw", () -> decisions.withdraw(decision.id(), why.getValue()))
                .answer(
                        "Change decision",
                        () ->
                                decisions.reword(
                                        decision.id(),
                                        decision.what(),
                                        what.getValue(),
                                        why.getValue()))
                .open();
    }

    private static TextArea area(String label, String value) {
        var area = new TextArea(label);
        area.setMaxLength(1_000);
        area.setWidthFull();
        area.setValue(value);
        return area;
    }
}
