package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.comms.CommsPlan;
import app.candor.comms.DecidedAudience;
import app.candor.comms.DraftKind;
import app.candor.incident.Incident;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.SeverityBadge;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Who is told something about an incident, and the drafts that do. */
@Route("incidents/:key/comms")
@StyleSheet("context://assets/comms.css")
@PermitAll
class CommsView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final CommsDesk desk;
    private String title = "Comms";

    CommsView(CommsDesk desk) {
        this.desk = desk;
    }

    @Override
    public String getPageTitle() {
        return title + " · Candor";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElseThrow(NotFound::new);
        var incident = desk.incidents().byKey(key);
        desk.drafts().ofIncident(incident.id());
        title = "Comms · " + incident.key();
        removeAll();
        var content = new Div();
        content.addClassName("stack-l");
        desk.pages().watch(content, "incident:" + incident.id(), () -> draw(content, incident));
        draw(content, incident);
        add(content);
    }

    private void draw(Div content, Incident incident) {
        content.removeAll();
        var back = new Anchor(incident.path(), incident.key());
        content.add(
                new PageHeader("Comms", incident.title())
                        .with(back, new SeverityBadge(incident.severity())));
        content.add(audiences(incident), drafts(incident));
    }

    private Panel audiences(Incident incident) {
        var plan = desk.plans().of(incident.id());
        var panel = new Panel("Who is told");
        var gaps = plan.gaps().size();
        panel.note(gaps == 0 ? "All decided" : gaps + " undecided");
        for (var audience : DecidedAudience.values()) {
            panel.add(decision(incident, plan, audience));
        }
        return panel;
    }

    private ListRow decision(Incident incident, CommsPlan plan, DecidedAudience audience) {
        var said = plan.of(audience);
        var row =
                new ListRow(
                        new Icon(said.isEmpty() ? Glyph.GAP : Glyph.ACCOUNTS),
                        audience.label(),
                        said.map(this::detail).orElse("Nobody has decided whether to tell them"),
                        said.map(CommsView::badge)
                                .orElse(new Badge(Tone.WARN, Glyph.GAP, "Undecided")));
        if (desk.access().may(Act.PROPOSE_COMMS, incident.guarded())) {
            row.add(
                    Buttons.small(
                            Buttons.secondary(
                                    said.isEmpty() ? "Decide" : "Change",
                                    () -> new DecisionDialog(desk, incident, audience).open())));
        }
        return row;
    }

    private static Badge badge(CommsPlan.Decision said) {
        return said.decided()
                ? new Badge(Tone.PLAIN, said.reach().label())
                : new Badge(Tone.INFO, "Proposed: " + said.reach().label());
    }

    private String detail(CommsPlan.Decision said) {
        var by = desk.people().find(said.by()).map(person -> person.name()).orElse("Somebody");
        return "%s, %s: %s"
                .formatted(by, Times.near(said.at(), desk.clock().instant()), said.reason());
    }

    private Panel drafts(Incident incident) {
        var panel = new Panel("Drafts");
        var all =
                desk.drafts().ofIncident(incident.id()).stream()
                        .filter(draft -> draft.kind() != DraftKind.FAQ_ANSWER)
                        .toList();
        var mayDraft = desk.access().may(Act.DRAFT, incident.guarded());
        if (desk.access().may(Act.RELEASE, incident.guarded())) {
            var offers = desk.notices().offers(incident.id());
            if (!offers.isEmpty() && incident.severity() != null) {
                panel.action(
                        Buttons.with(
                                Glyph.SEND,
                                Buttons.secondary(
                                        "Send a pre-approved notice",
                                        () ->
                                                new SendNoticeDialog(desk, incident, offers)
                                                        .open())));
            }
        }
        if (mayDraft) {
            panel.action(
                    Buttons.primary(
                            "Begin a draft", () -> new NewDraftDialog(desk, incident).open()));
        }
        if (all.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.PENCIL,
                            "No drafts yet",
                            mayDraft
                                    ? "E-mails, status updates and notes about this incident"
                                            + " appear here."
                                    : "The communications lead begins them."));
        }
        all.forEach(draft ->
                panel.add(new DraftRow(desk, draft, DraftWords.path(draft, incident.key()), "")));
        return panel;
    }
}
