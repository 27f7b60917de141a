package app.candor.uikit;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/** The key that does the same, such as {@code R}; hidden from screen readers and on touch. */
@Tag("kbd")
public class KeyboardHint extends Span {

    public KeyboardHint(String key) {
        addClassName("kbd");
        setText(key);
        getElement().setAttribute("aria-hidden", "true");
    }
}
