package app.candor.incident.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page that is drawn anew only when what it shows is different: hundreds of open pages
 * hear of every change, and most changes are about something else.
 */
class Part extends Div {
    private @Nullable Object shown;

    /**
     * @param what everything that the drawing depends on, comparable by {@code equals}
     */
    void show(Object what, Supplier<Component> drawing) {
        showAll(what, () -> List.of(drawing.get()));
    }

    /** As {@link #show}, with any number of pieces side by side. */
    void showAll(Object what, Supplier<List<Component>> drawing) {
        if (!what.equals(shown)) {
            removeAll();
            add(drawing.get());
            shown = what;
        }
    }
}
