package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.Visibility;
import app.candor.incident.Incident;
import app.candor.incident.Stage;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.PersonAvatar;
import app.candor.uikit.SeverityBadge;
import app.candor.uikit.StageBadge;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * All incidents that the reader may know of; which ones is said in the URL: {@code ?show=closed}.
 */
@Route("incidents")
@PageTitle("Incidents · Candor")
@Menu(title = "Incidents", order = 10, icon = "flame")
@StyleSheet("context://assets/incident.css")
@PermitAll
class IncidentsView extends Page implements BeforeEnterObserver {
    private final RoomDesk desk;
    private final Div list = new Div();
    private Filter filter = Filter.OPEN;

    /** Which incidents are shown. */
    private enum Filter {
        OPEN(incident -> !incident.stage().isOver() && incident.stage() != Stage.SUSPECTED),
        SUSPECTED(incident -> incident.stage() == Stage.SUSPECTED),
        CLOSED(incident -> incident.stage().isOver());

        private final Predicate<Incident> shown;

        Filter(Predicate<Incident> shown) {
            this.shown = shown;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return name().charAt(0) + key().substring(1);
        }
    }

    IncidentsView(RoomDesk desk) {
        this.desk = desk;
        list.addClassNames("stack-l", "incidents-list");
        var header =
                new PageHeader(
                        "Incidents",
                        Buttons.with(
                                Glyph.PLUS, Buttons.primary("Report incident", this::openReport)));
        if (desk.access().may(Act.BREAK_GLASS_ACCESS, Guarded.open())) {
            header.add(
                    Buttons.danger(
                            "Break glass",
                            () -> MoreQuestions.breakGlass(desk, desk.membership())));
        }
        add(header, list);
        desk.pages().watch(this, "incidents", this::draw);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getSingleParameter("show").orElse("");
        filter =
                Arrays.stream(Filter.values())
                        .filter(one -> one.key().equals(asked))
                        .findFirst()
                        .orElse(Filter.OPEN);
        draw();
    }

    private void openReport() {
        var dialog = new Form("Report an incident");
        var form =
                new ReportForm(
                        desk.incidents(),
                        incident -> {
                            dialog.close();
                            Toast.show(incident.key() + " is on record");
                            getUI().ifPresent(ui -> ui.navigate(incident.path()));
                        });
        dialog.add(form);
        dialog.open();
        form.focusField();
    }

    private void draw() {
        var visible = desk.incidents().visible();
        list.removeAll();
        list.add(filters(visible), rows(visible.stream().filter(filter.shown).toList()));
    }

    private Component filters(List<Incident> visible) {
        var nav = new Nav();
        nav.addClassName("seg");
        nav.getElement().setAttribute("aria-label", "Which incidents");
        for (var one : Filter.values()) {
            var count = visible.stream().filter(one.shown).count();
            var link = new Anchor("incidents?show=" + one.key(), one.label() + " " + count);
            if (one == filter) {
                link.addClassName("on");
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    private Component rows(List<Incident> shown) {
        if (shown.isEmpty()) {
            return Panel.untitled(filter.label(), empty());
        }
        var rows =
                shown.stream()
                        .sorted(Comparator.comparing(IncidentsView::rank))
                        .map(this::row)
                        .toArray(Component[]::new);
        return Panel.untitled(filter.label() + " incidents", rows);
    }

    private static String rank(Incident incident) {
        return incident.severity() == null ? "~" : incident.severity().name();
    }

    private EmptyState empty() {
        return switch (filter) {
            case OPEN ->
                    new EmptyState(Glyph.ALL_CLEAR, "No open incidents", "Nothing is burning.");
            case SUSPECTED ->
                    new EmptyState(
                            Glyph.ALL_CLEAR,
                            "Nothing is suspected",
                            "Every report is confirmed or dismissed.");
            case CLOSED ->
                    new EmptyState(
                            Glyph.HISTORY,
                            "Nothing closed yet",
                            "Closed and dismissed incidents stand here.");
        };
    }

    private Component row(Incident incident) {
        var title = new Anchor(incident.path(), incident.title());
        title.addClassName("row-title");
        if (incident.stage() == Stage.DISMISSED) {
            title.addClassName("struck");
        }
        var key = new Span(incident.key());
        key.addClassName("key");
        var line = new Div(key, title);
        line.addClassNames("row", "wrap");
        return new ListRow(
                new SeverityBadge(incident.severity()), line, detail(incident), trail(incident));
    }

    private String detail(Incident incident) {
        var reported = "Reported " + Times.near(incident.reportedAt(), desk.now());
        var type = incident.type() == null ? "" : incident.type().label() + " · ";
        var dismissal = incident.dismissal() == null ? "" : " · " + incident.dismissal();
        return type + reported + dismissal;
    }

    private Component[] trail(Incident incident) {
        var trail = new ArrayList<Component>();
        if (incident.visibility() != Visibility.OPEN) {
            trail.add(new Badge(Tone.OUTLINE, Glyph.LOCK, Words.visibility(incident)));
        }
        trail.add(new StageBadge(incident.stage()));
        var commander = incident.commander();
        if (commander != null) {
            desk.people()
                    .find(commander)
                    .ifPresent(person -> trail.add(new PersonAvatar(person, "commander").small()));
        } else if (!desk.gaps().of(incident).isEmpty()) {
            trail.add(PersonAvatar.vacant("Commander").small());
        }
        return trail.toArray(Component[]::new);
    }
}
