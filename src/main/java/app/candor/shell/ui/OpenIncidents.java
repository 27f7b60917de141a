package app.candor.shell.ui;

import app.candor.shell.BurningItem;
import app.candor.shell.DueItem;
import app.candor.uikit.AvatarRow;
import app.candor.uikit.Badge;
import app.candor.uikit.ClockChip;
import app.candor.uikit.ClockState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.SeverityBadge;
import app.candor.uikit.StageBadge;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Open incidents in one card: grave ones large, with what is due next; the others a row each. */
class OpenIncidents extends Section {
    private final Instant now;

    OpenIncidents(List<BurningItem> items, Instant now) {
        this.now = now;
        addClassName("card");
        getElement().setAttribute("aria-label", "Open incidents");
        items.forEach(item -> add(item.isGrave() ? large(item) : row(item)));
    }

    private Component large(BurningItem item) {
        var hero = new Div(identity(item), nextUp(item));
        hero.addClassNames("hero", "hero-" + item.severity().toLowerCase(Locale.ROOT));
        return hero;
    }

    private Component identity(BurningItem item) {
        var space = new Span();
        space.addClassName("grow");
        var top =
                new Div(
                        new SeverityBadge(item.severity()),
                        key(item),
                        new StageBadge(item.stage()),
                        quiet("open for " + Times.span(Duration.between(item.since(), now))),
                        space,
                        new AvatarRow(item.people()));
        if (item.restricted()) {
            top.addComponentAtIndex(1, restricted());
        }
        top.addClassNames("row", "wrap");
        var title = new H2(new Anchor(item.link(), item.title()));
        title.addClassName("hero-title");
        var lines = new Div();
        lines.addClassName("hero-lines");
        item.lines().forEach(line -> lines.add(quiet(line.label()), new Span(line.text())));
        var left = new Div(top, title, lines);
        left.addClassName("hero-left");
        return left;
    }

    private Component nextUp(BurningItem item) {
        var right = new Div();
        right.addClassName("hero-right");
        var next = item.next();
        if (next == null) {
            right.addClassName("calm");
            right.add(quiet("No clock is running"));
        } else {
            countdown(right, next);
        }
        var space = new Span();
        space.addClassName("grow");
        var open = new Anchor(item.link(), "Open " + item.key());
        open.addClassNames("button", "primary");
        right.add(space, open);
        return right;
    }

    private void countdown(Div right, DueItem next) {
        var state = ClockChip.state(next.due(), next.warn(), now);
        right.addClassName(state.name().toLowerCase(Locale.ROOT));
        var glyph =
                switch (state) {
                    case WARNED -> Glyph.HOURGLASS;
                    case BREACHED -> Glyph.WARNING;
                    case RUNNING, MET, NOT_APPLICABLE -> Glyph.CLOCK;
                };
        var name = new Div(new Icon(glyph), new Span(next.title()));
        name.addClassNames("row", "hero-clock");
        var left = Times.left(next.due(), now);
        var big = new Div(state == ClockState.BREACHED ? left : left + " left");
        big.addClassName("big");
        var by = new Div("Due " + Times.near(next.due(), now));
        by.addClassName("t2");
        right.add(name, big, by);
        if (!next.detail().isEmpty()) {
            var detail = new Div(next.detail());
            detail.addClassNames("s", "t2");
            right.add(detail);
        }
    }

    private Component row(BurningItem item) {
        var title = new Anchor(item.link(), item.title());
        title.addClassNames("row-title", "grow");
        var row =
                new Div(
                        new SeverityBadge(item.severity()),
                        key(item),
                        title,
                        new StageBadge(item.stage()),
                        clock(item.next(), item));
        row.addClassName("incident-row");
        if (item.restricted()) {
            row.addComponentAtIndex(1, restricted());
        }
        return row;
    }

    private static Badge restricted() {
        return new Badge(Tone.OUTLINE, Glyph.LOCK, "Restricted");
    }

    private Component clock(@Nullable DueItem next, BurningItem item) {
        if (next == null) {
            return quiet("since " + Times.near(item.since(), now));
        }
        var chip = ClockChip.due(next.due(), next.warn(), now);
        var both = new Span(chip, quiet(next.title()));
        both.addClassNames("row", "nowrap");
        return both;
    }

    private static Component key(BurningItem item) {
        var key = new Span(item.key());
        key.addClassName("key");
        return key;
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("t2");
        return span;
    }
}
