package app.candor.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/**
 * A titled part of a page: heading and note above, then a white card. What is added goes into the
 * card; {@link ListRow}s in it are separated by lines.
 */
public class Panel extends Section {
    private final H2 heading = new H2();
    private final Span note = new Span();
    private final Div head = new Div();
    private final Div card = new Div();

    /** A card without a heading; {@code label} names it to screen readers. */
    public static Panel untitled(String label, Component... content) {
        var panel = new Panel(label, content);
        panel.head.setVisible(false);
        return panel;
    }

    public Panel(String title, Component... content) {
        addClassName("panel");
        heading.setText(title);
        getElement().setAttribute("aria-label", title);
        note.addClassName("t3");
        head.addClassName("panel-head");
        head.add(heading, note);
        card.addClassName("card");
        card.add(content);
        super.add(head, card);
    }

    /** A quiet word beside the heading: a number, a time, a zone. */
    public Panel note(String text) {
        note.setText(text);
        return this;
    }

    /** At the right end of the heading's line. */
    public Panel action(Component action) {
        var space = new Span();
        space.addClassName("grow");
        head.add(space, action);
        return this;
    }

    /** Air around the content, for text and forms; rows do not need it. */
    public Panel padded() {
        card.addClassName("padded");
        return this;
    }

    /** Replaces what is in the card. */
    public void show(Component... content) {
        card.removeAll();
        card.add(content);
    }

    @Override
    public void add(Component... content) {
        card.add(content);
    }
}
