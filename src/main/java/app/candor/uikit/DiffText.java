package app.candor.uikit;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/**
 * Text with what went struck through and what came underlined, so that neither needs colour; screen
 * readers hear “removed” and “added”.
 */
public class DiffText extends Span {

    public DiffText() {
        addClassName("diff");
    }

    public DiffText same(String text) {
        add(new Span(text));
        return this;
    }

    public DiffText removed(String text) {
        add(new Mark.Del(text));
        return this;
    }

    public DiffText added(String text) {
        add(new Mark.Ins(text));
        return this;
    }

    /** One changed stretch, read out with the word before it. */
    private static class Mark extends Span {
        Mark(String said, String text) {
            var hidden = new Span(said + " ");
            hidden.addClassName("sr-only");
            add(hidden, new Span(text));
        }

        @Tag("del")
        private static final class Del extends Mark {
            Del(String text) {
                super("removed", text);
            }
        }

        @Tag("ins")
        private static final class Ins extends Mark {
            Ins(String text) {
                super("added", text);
            }
        }
    }
}
