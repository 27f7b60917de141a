package app.candor.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The page's only h1, the line below it, and its actions to the right. */
public class PageHeader extends Div {
    private final H1 heading = new H1();
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    public PageHeader(String title, Component... actions) {
        addClassName("page-header");
        heading.setText(title);
        subtitle.addClassName("t2");
        subtitle.setVisible(false);
        var words = new Div(heading, subtitle);
        words.addClassName("grow");
        this.actions.addClassName("page-actions");
        this.actions.add(actions);
        add(words, this.actions);
    }

    public PageHeader(String title, String subtitle, Component... actions) {
        this(title, actions);
        setSubtitle(subtitle);
    }

    public void setTitle(String title) {
        heading.setText(title);
    }

    public void setSubtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
    }

    /** Beside the title: badges of what the page is about. */
    public PageHeader with(Component... badges) {
        var row = new Div(badges);
        row.addClassName("row");
        heading.getElement().getParent().insertChild(0, row.getElement());
        return this;
    }
}
