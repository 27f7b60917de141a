package app.candor.faq.ui;

import app.candor.faq.index.Marks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Set;

/** Text in which the words that were looked for stand out, in whatever form they were found. */
final class Highlight {
    private Highlight() {}

    static Component of(String text, Set<String> stems) {
        var line = new Span();
        for (var piece : Marks.in(text, stems)) {
            line.getElement()
                    .appendChild(
                            piece.marked()
                                    ? new Element("mark").setText(piece.text())
                                    : Element.createText(piece.text()));
        }
        return line;
    }
}
