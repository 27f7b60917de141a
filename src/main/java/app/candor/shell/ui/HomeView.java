package app.candor.shell.ui;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.notify.Inbox;
import app.candor.notify.LivePages;
import app.candor.notify.Notice;
import app.candor.shell.BurningItem;
import app.candor.shell.BurningItems;
import app.candor.shell.DueItem;
import app.candor.shell.DueItems;
import app.candor.shell.WaitingItem;
import app.candor.shell.WaitingItems;
import app.candor.uikit.ClockChip;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is burning, what waits for me, what is due next, what happened since I last looked. */
@Route("")
@PageTitle("Home · Candor")
@Menu(title = "Home", order = 0, icon = "home")
@PermitAll
class HomeView extends Page {
    private static final int SHOWN = 8;

    private final List<BurningItems> burning;
    private final List<WaitingItems> waiting;
    private final List<DueItems> due;
    private final Inbox inbox;
    private final Clock clock;
    private final Person person;
    private final @Nullable Instant lastLook;

    HomeView(
            List<BurningItems> burning,
            List<WaitingItems> waiting,
            List<DueItems> due,
            Inbox inbox,
            People people,
            LivePages pages,
            LastLooks looks,
            Clock clock) {
        this.burning = burning;
        this.waiting = waiting;
        this.due = due;
        this.inbox = inbox;
        this.clock = clock;
        person = people.current();
        lastLook = looks.look(person.id());
        draw();
        pages.watch(this, "incidents", this::draw);
        pages.watch(this, "inbox:" + person.id(), this::draw);
    }

    private void draw() {
        var now = clock.instant();
        var open = burningWorstFirst();
        var tasks = waitingMostUrgentFirst();
        removeAll();
        add(new PageHeader(HomeWords.title(open, tasks), HomeWords.subtitle(open, tasks)));
        add(open.isEmpty() ? allClear() : new OpenIncidents(open, now));
        var columns = new Div(waitsForMe(tasks), dueNext(now));
        columns.addClassName("cols");
        add(columns, sinceLastLook(now));
    }

    private List<BurningItem> burningWorstFirst() {
        return burning.stream()
                .flatMap(source -> source.burningFor(person).stream())
                .sorted(
                        Comparator.comparing((BurningItem item) ->
                                        item.severity().isEmpty() ? "~" : item.severity())
                                .thenComparing(BurningItem::since, Comparator.reverseOrder()))
                .toList();
    }

    private List<WaitingItem> waitingMostUrgentFirst() {
        return waiting.stream()
                .flatMap(source -> source.waitingFor(person).stream())
                .sorted(
                        Comparator.comparing(
                                WaitingItem::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private Component allClear() {
        var last =
                burning.stream()
                        .map(source -> source.lastResolvedFor(person))
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("If you suspect one, report it: do not wait.");
        return Panel.untitled(
                "Open incidents", new EmptyState(Glyph.ALL_CLEAR, "No incident is open", last));
    }

    private Component waitsForMe(List<WaitingItem> tasks) {
        var panel = new Panel("Waits for me");
        if (tasks.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.CHECK,
                            "Nothing waits for you",
                            "Texts to sign, duties and gaps you can fill appear here."));
            return panel;
        }
        tasks.stream().limit(SHOWN).map(HomeView::row).forEach(panel::add);
        return panel.note(Integer.toString(tasks.size()));
    }

    private static Component row(WaitingItem task) {
        var action = new Anchor(task.link(), task.action());
        action.addClassNames("button", "small");
        action.setAriaLabel(task.action() + ": " + task.title());
        return new ListRow(new Icon(task.glyph()).large(), task.title(), task.detail(), action);
    }

    private Component dueNext(Instant now) {
        var panel = new Panel("Due next");
        var items =
                due.stream()
                        .flatMap(source -> source.dueFor(person).stream())
                        .sorted(Comparator.comparing(DueItem::due))
                        .limit(SHOWN)
                        .toList();
        if (items.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.CLOCK,
                            "No clock is running",
                            "Promised updates and deadlines appear here."));
            return panel;
        }
        for (var item : items) {
            var title =
                    item.link().isEmpty() ? new Div(item.title()) : link(item.link(), item.title());
            panel.add(
                    new ListRow(
                            UtcTime.bare(item.due()),
                            title,
                            item.detail(),
                            ClockChip.due(item.due(), item.warn(), now)));
        }
        return panel.note("UTC");
    }

    private Component sinceLastLook(Instant now) {
        var since = lastLook;
        var news =
                inbox.latest(SHOWN).stream()
                        .filter(notice -> since == null || notice.at().isAfter(since))
                        .toList();
        var panel = new Panel("Since you last looked");
        if (since != null) {
            panel.note(Times.near(since, now) + ", " + Times.relative(since, now));
        }
        if (news.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.HISTORY,
                            "Nothing new",
                            "Notices to you appear here as they come."));
            return panel;
        }
        news.forEach(notice -> panel.add(row(notice, now)));
        return panel;
    }

    private static Component row(Notice notice, Instant now) {
        var title = link(notice.link(), notice.title());
        title.addClassName("row-title");
        var row = new ListRow(UtcTime.near(notice.at(), now), title, "");
        row.addClassName("quiet");
        return row;
    }

    private static Anchor link(String path, String text) {
        var link = new Anchor(path, text);
        link.addClassName("row-title");
        return link;
    }
}
