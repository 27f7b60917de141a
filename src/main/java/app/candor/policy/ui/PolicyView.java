package app.candor.policy.ui;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.policy.PolicyVersion;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules in force, all their versions, and a change by two administrators. */
@Route("policy")
@PageTitle("Policy · Candor")
@Menu(title = "Policy", order = 90, icon = "sliders")
@StyleSheet("context://assets/policy.css")
@PermitAll
class PolicyView extends Page implements BeforeEnterObserver {
    private static final String KIND = "kind";

    private final Policies policies;
    private final Access access;
    private final People people;
    private final Clock clock;
    private final Div content = new Div();
    private final Tabs tabs = new Tabs();
    private PolicyKind kind = PolicyKind.GATES;

    PolicyView(Policies policies, Access access, People people, Clock clock) {
        this.policies = policies;
        this.access = access;
        this.people = people;
        this.clock = clock;
        content.addClassName("stack-l");
        for (var each : PolicyKind.values()) {
            tabs.add(new Tab(label(each)));
        }
        tabs.addSelectedChangeListener(changed -> {
            kind = PolicyKind.values()[tabs.getSelectedIndex()];
            draw();
        });
        add(
                new PageHeader(
                        "Policy",
                        "The rules in force. A change takes two administrators; drafts in review keep"
                                + " the version they were submitted under."),
                tabs,
                content);
        draw();
    }

    /** Opens the kind that the address names, as {@code ?kind=voice}. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(KIND)
                .flatMap(PolicyView::kindOf)
                .ifPresent(named -> tabs.setSelectedIndex(named.ordinal()));
        // On a phone most tabs are beyond the edge until they are scrolled to.
        tabs.getSelectedTab()
                .getElement()
                .executeJs(
                        "requestAnimationFrame(() => requestAnimationFrame(() =>"
                                + " this.scrollIntoView({block: 'nearest', inline: 'center'})))");
    }

    private static Optional<PolicyKind> kindOf(String name) {
        return Arrays.stream(PolicyKind.values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private void draw() {
        var versions = policies.versions(kind);
        var active = policies.active(kind);
        var newest = versions.getFirst();
        content.removeAll();
        if (newest.isWaiting()) {
            content.add(proposal(active, newest));
        }
        var columns = new Div(inForce(active, newest), history(versions, active));
        columns.addClassName("cols");
        if (kind == PolicyKind.VOICE) {
            content.add(new Anchor("policy/voice", "Change words and rules, and try them"));
        }
        content.add(columns);
    }

    private Panel inForce(PolicyVersion active, PolicyVersion newest) {
        var panel = new Panel("Version " + active.number() + ", in force", rules(active)).padded();
        panel.note("since " + Times.near(active.at(), clock.instant()));
        if (administers() && !newest.isWaiting()) {
            panel.action(
                    Buttons.small(
                            Buttons.with(
                                    Glyph.PENCIL,
                                    Buttons.secondary("Propose a change", () -> edit(active)))));
        }
        return panel;
    }

    /** Templates as they read; other kinds as they are kept. */
    private Component rules(PolicyVersion version) {
        return kind == PolicyKind.TEMPLATES
                ? new TemplateList(policies.templates(version.number()).templates())
                : new Pre(version.json());
    }

    /** What a second administrator reads before the lines that differ. */
    private Component changedTemplates(PolicyVersion active, PolicyVersion proposed) {
        var changed =
                TemplateList.changed(
                        policies.templates(active.number()), policies.templates(proposed.number()));
        var title = new H3("As they would read");
        title.addClassName("template-title");
        return changed.isEmpty() ? new Div() : new Div(title, new TemplateList(changed));
    }

    private Panel proposal(PolicyVersion active, PolicyVersion proposed) {
        var mine = people.current().id().equals(proposed.proposedBy());
        var diff = new Div(LineDiff.of(active.json(), proposed.json()));
        diff.addClassName("mono");
        var panel = new Panel("Version " + proposed.number() + ", proposed", diff).padded();
        if (kind == PolicyKind.TEMPLATES) {
            panel.add(changedTemplates(active, proposed));
        }
        panel.note(
                "by "
                        + name(proposed.proposedBy())
                        + ", "
                        + Times.near(proposed.at(), clock.instant()));
        if (!administers()) {
            return panel;
        }
        var actions =
                new Div(
                        Buttons.secondary(
                                "Decline version " + proposed.number(), () -> decline(proposed)));
        if (mine) {
            var wait = new Paragraph("A second administrator has to confirm it.");
            wait.addClassName("t2");
            actions.add(wait);
        } else {
            actions.addComponentAsFirst(
                    Buttons.primary(
                            "Confirm version " + proposed.number(), () -> confirm(proposed)));
        }
        actions.addClassNames("form-actions", "panel-foot");
        panel.add(actions);
        return panel;
    }

    private Panel history(java.util.List<PolicyVersion> versions, PolicyVersion active) {
        var panel = new Panel("Versions");
        for (var version : versions) {
            panel.add(
                    new ListRow(
                            new Icon(Glyph.HISTORY),
                            "Version " + version.number(),
                            hands(version) + ", " + Times.near(version.at(), clock.instant()),
                            badge(version, active)));
        }
        return panel;
    }

    private String hands(PolicyVersion version) {
        if (version.proposedBy().equals("system")) {
            return "Shipped with Candor";
        }
        var proposed = "Proposed by " + name(version.proposedBy());
        if (version.confirmedBy() != null) {
            return proposed + ", confirmed by " + name(version.confirmedBy());
        }
        return version.declinedBy() == null
                ? proposed
                : proposed + ", declined by " + name(version.declinedBy());
    }

    private static Badge badge(PolicyVersion version, PolicyVersion active) {
        if (version.number() == active.number()) {
            return new Badge(Tone.OK, Glyph.CHECK, "In force");
        }
        if (version.isWaiting()) {
            return new Badge(Tone.WARN, Glyph.HOURGLASS, "Waits");
        }
        return version.isActive()
                ? new Badge(Tone.OUTLINE, "Replaced")
                : new Badge(Tone.OUTLINE, Glyph.VOID, "Declined");
    }

    private void edit(PolicyVersion active) {
        switch (kind) {
            case CLOCKS -> inFields(active, new ClockForm(policies.clocks()));
            case GATES -> inFields(active, new GateForm(policies.gates(active.number())));
            case CRITERIA -> inFields(active, new CriteriaForm(policies.criteria()));
            case PLAYBOOKS ->
                    inFields(active, new PlaybookForm(policies.playbooks(active.number())));
            case TEMPLATES ->
                    inFields(active, new TemplateForm(policies.templates(active.number())));
            case ROLES -> inFields(active, new RolesForm(policies.roles()));
            default -> new ProposalDialog(active, this::propose).open();
        }
    }

    private void inFields(PolicyVersion active, PolicyForm form) {
        new FormProposalDialog(active, form, this::propose).open();
    }

    private void propose(String json) {
        var version = policies.propose(kind, json);
        draw();
        Toast.show("Version " + version.number() + " waits for a second administrator");
    }

    private void confirm(PolicyVersion proposed) {
        policies.confirm(kind, proposed.number());
        draw();
        Toast.show("Version " + proposed.number() + " is in force");
    }

    private void decline(PolicyVersion proposed) {
        policies.decline(kind, proposed.number());
        draw();
        Toast.show("Version " + proposed.number() + " was declined");
    }

    private boolean administers() {
        return access.may(Act.CHANGE_POLICY, Guarded.open());
    }

    private String name(String id) {
        return people.find(id).map(person -> person.name()).orElse("somebody who left");
    }

    private static String label(PolicyKind kind) {
        if (kind == PolicyKind.FAQ) {
            return kind.name();
        }
        var name = kind.name().toLowerCase(Locale.ROOT);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
