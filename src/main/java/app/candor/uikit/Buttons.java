package app.candor.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.server.Command;

/**
 * Buttons by weight. A page has one primary button; its text is a verb and the object, “Sign
 * version 5”. All refuse a second click until the first is answered.
 */
public final class Buttons {
    private Buttons() {}

    public static Button primary(String text, Command action) {
        var button = button(text, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Button secondary(String text, Command action) {
        return button(text, action);
    }

    /** Without an edge, beside others. */
    public static Button tertiary(String text, Command action) {
        var button = button(text, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /** Red edge: goes around a rule or cannot be undone. */
    public static Button danger(String text, Command action) {
        var button = button(text, action);
        button.addClassName("danger");
        return button;
    }

    /** An icon alone; {@code label} names it to screen readers and in the tooltip. */
    public static Button icon(Glyph glyph, String label, Command action) {
        var button = new Button(new Icon(glyph), clicked -> action.execute());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("icon-button");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    /** 28 px, for dense rows. */
    public static Button small(Button button) {
        button.addClassName("small");
        return button;
    }

    /** Puts an icon before the text. */
    public static Button with(Glyph glyph, Button button) {
        button.setIcon(new Icon(glyph));
        return button;
    }

    private static Button button(String text, Command action) {
        var button = new Button(text);
        button.setDisableOnClick(true);
        button.addClickListener(clicked -> {
            try {
                action.execute();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }
}
