package app.candor.shell.ui;

import app.candor.shell.FindSource;
import app.candor.shell.Found;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Everything whose name or text holds the words, as far as the reader may see it. */
@Route("search")
@PageTitle("Search · Candor")
@PermitAll
class SearchView extends Page implements BeforeEnterObserver {
    private static final int SHOWN = 50;

    private final Search search;
    private final TextField field = new TextField("Words");
    private final Panel names = new Panel("By name");
    private final Panel texts = new Panel("In texts");

    SearchView(Search search) {
        this.search = search;
        field.setClearButtonVisible(true);
        field.setMaxLength(200);
        field.setWidth("min(480px, 100%)");
        field.getElement().setAttribute("data-search", true);
        field.addKeyPressListener(
                Key.ENTER,
                pressed ->
                        UI.getCurrent()
                                .navigate(
                                        SearchView.class,
                                        QueryParameters.of("q", field.getValue().strip())));
        add(
                new PageHeader("Search", "Incidents, documents and drafts that you may read."),
                field,
                names,
                texts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var words =
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse("").strip();
        field.setValue(words.length() > 200 ? words.substring(0, 200) : words);
        show(names, words.isEmpty() ? List.of() : search.byName(words, SHOWN), words);
        show(texts, search.inTexts(words, SHOWN), words);
    }

    private static void show(Panel panel, List<Found> found, String words) {
        panel.show();
        if (found.isEmpty()) {
            panel.add(
                    new EmptyState(
                            Glyph.SEARCH,
                            words.isEmpty() ? "Nothing asked yet" : "Nothing found",
                            words.length() < FindSource.SHORTEST
                                    ? "Give three letters or more and press Enter."
                                    : "Try fewer or other words. What you may not see is not found."));
        }
        found.forEach(one -> panel.add(row(one)));
    }

    private static ListRow row(Found one) {
        var kind = new Span(one.kind());
        kind.addClassNames("s", "t2", "found-kind");
        var title = new Anchor("/" + one.link(), one.title());
        title.addClassName("row-title");
        return new ListRow(kind, title, one.detail());
    }
}
