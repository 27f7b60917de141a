package app.candor.shell.ui;

import app.candor.uikit.UtcNow;
import app.candor.uikit.Workspace;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Navigation to the left, the bar with time and inbox above, the page as the only {@code main}. A
 * {@link Workspace} gets a rail instead of the drawer and no bar.
 */
@Layout
@PermitAll
@JsModule("context://assets/shell.js")
public class MainLayout extends AppLayout implements AfterNavigationObserver {
    private final Main main = new Main();
    private final NavigationDrawer drawer;
    private boolean firstPage = true;

    MainLayout(NavigationDrawer drawer, InboxBell bell, Clock clock) {
        this.drawer = drawer;
        setPrimarySection(Section.DRAWER);
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        setContent(main);
        addToDrawer(drawer);
        addToNavbar(bar(bell, clock));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
        var workspace = content instanceof Workspace;
        getElement().getClassList().set("rail", workspace);
        drawer.narrow(workspace);
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement gone) {
        main.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (firstPage) {
            firstPage = false;
            return;
        }
        // Readers of a screen hear where they are; on the first load the browser tells them itself.
        main.getElement()
                .executeJs(
                        "const h = this.querySelector('h1') ?? this;"
                                + " h.tabIndex = -1; h.focus({preventScroll: true}); scrollTo(0, 0);");
    }

    private Header bar(InboxBell bell, Clock clock) {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel("Navigation");
        var brand = new Span("Candor");
        brand.addClassName("bar-brand");
        var space = new Span();
        space.addClassName("grow");
        var bar = new Header(skipLink(), toggle, brand, space, new UtcNow(clock.instant()), bell);
        bar.addClassName("bar");
        return bar;
    }

    private static Anchor skipLink() {
        var skip = new Anchor("#main", "Skip to content");
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        skip.getElement()
                .executeJs(
                        "this.addEventListener('click', e => { e.preventDefault();"
                                + " document.getElementById('main').focus(); });");
        return skip;
    }
}
