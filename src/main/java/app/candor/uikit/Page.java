package app.candor.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/**
 * The frame of an ordinary page: at most 1212 px wide, 24 px between its parts. Begin with a {@link
 * PageHeader}. The layout puts it inside the {@code main} landmark.
 */
public class Page extends Div {

    public Page(Component... parts) {
        addClassName("page");
        add(parts);
    }
}
