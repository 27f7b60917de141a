package app.candor.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here yet: one line what belongs here, and at most one way to begin. */
public class EmptyState extends Div {

    public EmptyState(Glyph glyph, String title, String line) {
        addClassName("empty");
        var bold = new Paragraph(title);
        bold.addClassName("b");
        add(new Icon(glyph).large(), bold);
        if (!line.isEmpty()) {
            var text = new Paragraph(line);
            text.addClassNames("s", "t2");
            add(text);
        }
    }

    public EmptyState(Glyph glyph, String title, String line, Component action) {
        this(glyph, title, line);
        add(action);
    }
}
