package app.candor.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Names to the left, values to the right, one pair a row. */
public class DefinitionRows extends DescriptionList {

    public DefinitionRows() {
        addClassName("definitions");
    }

    public DefinitionRows row(String name, Component... value) {
        var description = new Description();
        description.add(value);
        add(new Term(name), description);
        return this;
    }

    public DefinitionRows row(String name, String value) {
        return row(name, new Span(value));
    }
}
