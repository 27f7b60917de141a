package app.candor.faq.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text in which the words that were typed stand out. */
final class Highlight {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Highlight() {}

    static Component of(String text, String typed) {
        var starts =
                Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> word.length() > 1)
                        .toList();
        var line = new Span();
        var words = WORD.matcher(text);
        var from = 0;
        while (words.find()) {
            if (matches(words.group(), starts)) {
                line.getElement()
                        .appendChild(Element.createText(text.substring(from, words.start())));
                line.getElement().appendChild(new Element("mark").setText(words.group()));
                from = words.end();
            }
        }
        line.getElement().appendChild(Element.createText(text.substring(from)));
        return line;
    }

    private static boolean matches(String word, List<String> starts) {
        var lower = word.toLowerCase(Locale.ROOT);
        return starts.stream().anyMatch(lower::startsWith);
    }
}
