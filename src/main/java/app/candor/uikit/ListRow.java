package app.candor.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * A row of a list: something small in front, a title with a quiet line below, actions at the end.
 */
public class ListRow extends Div {

    /**
     * @param detail the quiet line; empty for none
     */
    public ListRow(Component lead, Component title, String detail, Component... trail) {
        addClassName("list-row");
        var words = new Div(title);
        words.addClassName("grow");
        if (!detail.isEmpty()) {
            var quiet = new Div(detail);
            quiet.addClassNames("s", "t2");
            words.add(quiet);
        }
        var end = new Div(trail);
        end.addClassName("row-trail");
        add(lead, words, end);
    }

    public ListRow(Component lead, String title, String detail, Component... trail) {
        this(lead, title(title), detail, trail);
    }

    private static Span title(String text) {
        var title = new Span(text);
        title.addClassName("row-title");
        return title;
    }
}
