package app.candor.shell.failures;

import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import com.vaadin.flow.component.html.Anchor;

/** What every page about a failure looks like: what happened, what was kept, the way home. */
abstract class ErrorPage extends Page {

    void show(Glyph glyph, String title, String happened, String next) {
        removeAll();
        var home = new Anchor("/", "Go to home");
        home.addClassName("button");
        add(
                new PageHeader(title),
                Panel.untitled(title, new EmptyState(glyph, happened, next, home)));
        getUI().ifPresent(ui -> ui.getPage().setTitle(title + " · Candor"));
    }
}
