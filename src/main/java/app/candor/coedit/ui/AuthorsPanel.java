package app.candor.coedit.ui;

import app.candor.access.Person;
import app.candor.coedit.versions.AuthorsDesk.Passage;
import app.candor.coedit.versions.AuthorsDesk.Written;
import app.candor.coedit.versions.AuthorsHtml;
import app.candor.coedit.versions.AuthorsHtml.Hand;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Panel;
import app.candor.uikit.PersonAvatar;
import app.candor.uikit.Times;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Who wrote each part of a text as it stands now, and when: marked in the text, summed up by
 * person, and as a list that is gone through by keyboard. Nobody has to tell colours apart: each
 * person has their initials and a line of their own form.
 */
@StyleSheet("context://assets/margin.css")
public class AuthorsPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 5;
    private static final int MOST_LISTED = 200;
    private static final int LONGEST = 90;

    private final transient VersionTools tools;
    private final transient Written written;
    private final transient List<String> people;
    private final transient List<NativeButton> legend = new ArrayList<>();
    private final Div passages = new Div();
    private final Div text = new Div();
    private String chosen = "";

    /**
     * @param path where the text is read, without a slash at its end
     * @param facts the value of a fact by its key
     * @throws app.candor.access.NotFound if the reader may not see the text
     */
    public AuthorsPanel(
            VersionTools tools, String textId, String path, UnaryOperator<String> facts) {
        this.tools = tools;
        this.written = tools.authors().now(textId);
        this.people = List.copyOf(written.characters().keySet());
        addClassNames("authors", "stack-l");
        add(new Anchor(path + "/history", "All versions"));
        if (people.isEmpty()) {
            add(
                    new EmptyState(
                            Glyph.PENCIL,
                            "Nobody has written yet",
                            "What the template says has no writer. Each edit appears here."));
            return;
        }
        text.addClassNames("card", "padded");
        text.add(new Html(AuthorsHtml.of(written, this::hand, facts)));
        passages.addClassName("authors-passages");
        var side = new Div(legend(), new Panel("Passages", passages).note("as the text goes"));
        side.addClassNames("authors-side", "stack-l");
        var both = new Div(text, side);
        both.addClassName("authors-both");
        add(both);
        choose("");
    }

    private Panel legend() {
        var panel = new Panel("People").note("who wrote what stands here now");
        int all = written.characters().values().stream().mapToInt(Integer::intValue).sum();
        written.characters().forEach((person, count) -> panel.add(entry(person, count, all)));
        return panel;
    }

    private Component entry(String person, int count, int all) {
        var name = new Span(tools.names(List.of(person)));
        name.addClassName("b");
        var sample = new Span("words");
        sample.addClassNames("by", style(person));
        sample.getElement().setAttribute("aria-hidden", "true");
        var share = new Span(Math.max(1, Math.round(100f * count / all)) + "%");
        share.addClassNames("t2", "num");
        var button = new NativeButton();
        tools.people().find(person).ifPresent(found -> button.add(avatar(found)));
        button.add(name, sample, share);
        button.addClassName("authors-person");
        button.getElement().setAttribute("data-person", person);
        button.addClickListener(clicked -> choose(person.equals(chosen) ? "" : person));
        legend.add(button);
        return button;
    }

    private static Component avatar(Person person) {
        return new PersonAvatar(person).unspoken().small();
    }

    private void choose(String person) {
        chosen = person;
        legend.forEach(button ->
                button.getElement()
                        .setAttribute(
                                "aria-pressed",
                                String.valueOf(
                                        person.equals(
                                                button.getElement().getAttribute("data-person")))));
        text.setClassName("authors-one", !person.isEmpty());
        text.getElement()
                .executeJs(
                        "this.querySelectorAll('.by').forEach(each =>"
                                + " each.classList.toggle('chosen', each.classList.contains($0)))",
                        person.isEmpty() ? "nobody" : "w" + people.indexOf(person));
        passages.removeAll();
        int listed = 0;
        for (int i = 0; i < written.passages().size() && listed < MOST_LISTED; i++) {
            var passage = written.passages().get(i);
            if (person.isEmpty() || passage.writer().equals(person)) {
                passages.add(row(i, passage));
                listed++;
            }
        }
    }

    private Component row(int index, Passage passage) {
        var said = new Span(beginning(passage.words()));
        said.addClassName("authors-words");
        var who = new Span(title(passage));
        who.addClassNames("s", "t2");
        var row = new NativeButton();
        row.add(said, who);
        row.addClassName("authors-passage");
        row.addClickListener(clicked ->
                row.getElement()
                        .executeJs(
                                "const at = document.getElementById($0);"
                                        + " at.scrollIntoView({block: 'center'}); at.focus()",
                                AuthorsHtml.id(index)));
        return row;
    }

    /** Whole words, without what ends the passage before. */
    private static String beginning(String words) {
        var line = words.replace('\n', ' ').replaceFirst("^[\\p{Punct}\\s]+(?=.)", "");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST);
        return line.substring(0, end < LONGEST / 2 ? LONGEST : end) + " …";
    }

    private Hand hand(Passage passage) {
        var initials = tools.people().find(passage.writer()).map(Person::initials).orElse("?");
        return new Hand(style(passage.writer()), initials, title(passage));
    }

    private String title(Passage passage) {
        var when = Times.near(passage.until(), tools.now());
        var writer = tools.names(List.of(passage.writer()));
        return passage.suggested()
                ? "Suggested by %s, accepted by %s, %s"
                        .formatted(writer, tools.names(List.of(passage.accepter())), when)
                : writer + ", " + when;
    }

    private String style(String person) {
        int place = people.indexOf(person);
        return "%s by-line-%d w%d".formatted(PersonAvatar.colour(person), place % LINES, place);
    }
}
