package app.candor.shell.ui;

import app.candor.access.People;
import app.candor.notify.LivePages;
import app.candor.shell.NavCounts;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.KeyboardHint;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** Brand, report button, the pages this person may open, and the person. */
@SpringComponent
@Scope("prototype")
class NavigationDrawer extends Div {
    private static final double SHARE = 50;
    private static final double OVERSIGHT = 80;

    private final People people;
    private final List<NavCounts> counts;

    /** After G on the keyboard. */
    private static final Map<String, String> GO =
            Map.of("", "h", "incidents", "i", "approvals", "a", "comms", "c", "faq", "f");

    private final Map<String, SideNavItem> items = new HashMap<>();
    private Map<String, NavCounts.Count> shown = Map.of();

    NavigationDrawer(
            People people,
            List<NavCounts> counts,
            LivePages pages,
            PersonMenu menu,
            InboxBell railBell,
            Search search) {
        this.people = people;
        this.counts = counts;
        addClassName("drawer");
        railBell.addClassName("rail-only");
        add(brand());
        if (RouteConfiguration.forSessionScope().getRoute("report").isPresent()) {
            add(report());
        }
        var goTo = new GoTo(search);
        add(goTo, goToButton(goTo));
        addSection("", "Main", order -> order < SHARE);
        addSection("Share", "Share", order -> order >= SHARE && order < OVERSIGHT);
        addSection("Oversight", "Oversight", order -> order >= OVERSIGHT);
        var space = new Span();
        space.addClassName("grow");
        add(space, railBell, menu);
        showCounts();
        pages.watch(this, "incidents", this::showCounts);
        pages.watch(this, "inbox:" + people.current().id(), this::showCounts);
    }

    /** As a rail, labels go into tooltips. */
    void narrow(boolean rail) {
        items.values().forEach(item -> item.setTooltipText(rail ? item.getLabel() : null));
    }

    private void addSection(String title, String label, DoublePredicate orders) {
        var nav = new SideNav();
        nav.getElement().setAttribute("aria-label", label);
        for (var entry : MenuConfiguration.getMenuEntries()) {
            if (orders.test(entry.order() == null ? SHARE : entry.order())) {
                nav.addItem(item(entry));
            }
        }
        if (nav.getItems().isEmpty()) {
            return;
        }
        if (!title.isEmpty()) {
            var over = new Div(title);
            over.addClassNames("over", "drawer-section");
            add(over);
        }
        add(nav);
    }

    private SideNavItem item(MenuEntry entry) {
        var path = plain(entry.path());
        var glyph = Glyph.named(entry.icon() == null ? "" : entry.icon());
        var item = new SideNavItem(entry.title(), "/" + path, new Icon(glyph));
        item.setMatchNested(!path.isEmpty());
        var letter = GO.get(path);
        if (letter != null) {
            item.getElement().setAttribute("data-go", letter);
        }
        items.put(path, item);
        return item;
    }

    private void showCounts() {
        var numbers = new HashMap<String, NavCounts.Count>();
        people.signedIn()
                .ifPresent(person ->
                        counts.forEach(source -> numbers.putAll(source.countsFor(person))));
        if (!numbers.equals(shown)) {
            shown = numbers;
            items.forEach((path, item) -> item.setSuffixComponent(badge(numbers.get(path))));
        }
    }

    private static @Nullable Span badge(NavCounts.@Nullable Count count) {
        if (count == null || count.number() == 0) {
            return null;
        }
        var badge = new Span(Long.toString(count.number()));
        badge.addClassName("n");
        if (!count.asks()) {
            badge.addClassName("q");
        }
        return badge;
    }

    private static Anchor brand() {
        var mark = new Span();
        mark.addClassName("brand-mark");
        var name = new Span("Candor");
        name.addClassName("brand-name");
        var brand = new Anchor("/", mark, name);
        brand.addClassName("brand");
        brand.setAriaLabel("Candor, home");
        return brand;
    }

    private static Anchor report() {
        var text = new Span("Report an incident");
        text.addClassName("report-text");
        var report = new Anchor("/report", new Icon(Glyph.PLUS), text, new KeyboardHint("R"));
        report.addClassNames("button", "report");
        report.getElement().setAttribute("data-report", true);
        report.setTitle("Report an incident");
        return report;
    }

    private static Button goToButton(GoTo goTo) {
        var open = new Button("Go to", new Icon(Glyph.SEARCH), clicked -> goTo.open());
        open.addClassName("go-to-button");
        open.setSuffixComponent(new KeyboardHint("Ctrl K"));
        // As it is read on the button, its key included, so that speech control finds it.
        open.setAriaLabel("Go to Ctrl K: a page, an incident or a draft");
        open.setTooltipText("Go to");
        open.getElement().setAttribute("data-palette", true);
        return open;
    }

    private static String plain(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
