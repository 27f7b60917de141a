package app.candor.comms.ui;

import app.candor.access.Person;
import app.candor.comms.Draft;
import app.candor.comms.Review;
import app.candor.incident.Incident;
import app.candor.policy.GatePolicy.Gate;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.SeverityBadge;
import app.candor.uikit.Times;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits for my name, oldest first. */
@Route("approvals")
@PageTitle("Approvals · Candor")
@Menu(order = 30, title = "Approvals", icon = "shield")
@StyleSheet("context://assets/comms.css")
@StyleSheet("context://assets/sign-off.css")
@PermitAll
class ApprovalsView extends Page {
    private final CommsDesk desk;
    private final PageHeader header = new PageHeader("Approvals");
    private final Panel panel = Panel.untitled("What waits for you");

    ApprovalsView(CommsDesk desk) {
        this.desk = desk;
        var content = new Div(header, panel);
        content.addClassName("stack-l");
        panel.addClassName("approvals-rows");
        desk.pages().watch(content, "inbox:" + desk.people().current().id(), this::draw);
        draw();
        add(content);
    }

    private void draw() {
        var waiting = desk.signing().waitingForMe();
        header.setSubtitle(
                switch (waiting.size()) {
                    case 0 -> "Nothing waits for your name";
                    case 1 -> "1 text waits for your name";
                    default -> waiting.size() + " texts wait for your name";
                });
        panel.show();
        if (waiting.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.SHIELD,
                            "Nothing waits for you",
                            "Texts that you can sign appear here as soon as they are submitted."));
        }
        var me = desk.people().current();
        var about = new HashMap<String, Incident>();
        for (var draft : waiting) {
            var incident = draft.incident();
            panel.add(
                    row(
                            draft,
                            draft.review().orElseThrow(),
                            me,
                            incident == null
                                    ? null
                                    : about.computeIfAbsent(incident, desk.incidents()::get)));
        }
    }

    private ListRow row(Draft draft, Review review, Person me, @Nullable Incident incident) {
        var title = new Anchor("approvals/" + draft.id(), draft.title());
        title.addClassName("row-title");
        var gates =
                desk.signing().waitingFor(draft, me).stream()
                        .map(Gate::title)
                        .collect(Collectors.joining(", "));
        var key = incident == null ? "Evergreen" : incident.key();
        var detail =
                "%s · %s · version %d, since %s"
                        .formatted(
                                key,
                                gates,
                                review.number(),
                                Times.near(review.submittedAt(), desk.clock().instant()));
        var sign = new Anchor("approvals/" + draft.id(), "Read and sign");
        sign.addClassNames("button", "small");
        return incident == null
                ? new ListRow(new Icon(Glyph.SHIELD), title, detail, sign)
                : new ListRow(
                        new Icon(Glyph.SHIELD),
                        title,
                        detail,
                        new SeverityBadge(incident.severity()),
                        sign);
    }
}
