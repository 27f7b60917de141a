package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.comms.Draft;
import app.candor.comms.Standing;
import app.candor.incident.Stage;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Wordings that are signed before anything happens, by the stage they speak in. */
@Route("comms/first-notices")
@PageTitle("Pre-approved wordings · Candor")
@StyleSheet("context://assets/comms.css")
@PermitAll
class FirstNoticesView extends Page {
    private static final Duration SOON = Duration.ofDays(30);

    private final CommsDesk desk;
    private final Div content = new Div();

    FirstNoticesView(CommsDesk desk) {
        this.desk = desk;
        content.addClassName("stack-l");
        var write = Buttons.primary("Write a wording", () -> new NewWordingDialog(desk).open());
        write.setVisible(desk.access().may(Act.DRAFT, Guarded.open()));
        var header =
                new PageHeader(
                        "Pre-approved wordings",
                        "Signed in advance by everybody who signs in a SEV0. In an incident they go"
                                + " out word by word, with times and names from its ledger.",
                        write);
        add(header.with(new Anchor("comms", "Comms")), content);
        draw();
    }

    private void draw() {
        content.removeAll();
        var all = desk.notices().all();
        for (var stage : Standing.STAGES) {
            content.add(
                    stage(
                            stage,
                            all.stream()
                                    .filter(draft -> standing(draft).stage() == stage)
                                    .toList()));
        }
    }

    private Panel stage(Stage stage, List<Draft> wordings) {
        var panel = new Panel(stage.label());
        if (wordings.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.PENCIL,
                            "Nothing is ready for this stage",
                            "Until one is signed, every notice of this stage waits for its gates."));
        }
        wordings.forEach(draft -> panel.add(row(draft)));
        return panel;
    }

    private ListRow row(Draft draft) {
        var subject = draft.bundle().subject();
        var title =
                new Anchor("comms/" + draft.id(), subject.isBlank() ? "No subject yet" : subject);
        title.addClassName("row-title");
        var until = standing(draft).until();
        var now = desk.clock().instant();
        return new ListRow(
                new Icon(DraftRow.glyph(draft)),
                title,
                draft.kind().label()
                        + " to "
                        + draft.bundle().audience().scope().label()
                        + ", until "
                        + Times.near(until, now),
                state(draft));
    }

    private Badge state(Draft draft) {
        var now = desk.clock().instant();
        var until = standing(draft).until();
        if (!now.isBefore(until)) {
            return new Badge(Tone.WARN, Glyph.VOID, "Ran out");
        }
        if (!desk.notices().missing(draft).isEmpty()) {
            return DraftWords.badge(desk, draft);
        }
        var left = Duration.between(now, until);
        return left.compareTo(SOON) < 0
                ? new Badge(Tone.WARN, Glyph.HOURGLASS, "Runs out in " + left.toDays() + " days")
                : new Badge(Tone.OK, Glyph.ALL_CLEAR, "In force");
    }

    private static Standing standing(Draft draft) {
        return Objects.requireNonNull(draft.standing());
    }
}
