package app.candor.policy.ui;

import app.candor.policy.TemplatePolicy.Section;
import app.candor.policy.TemplatePolicy.Template;
import app.candor.prosemirror.LineMarkup;
import app.candor.prosemirror.Node;
import app.candor.uikit.Badge;
import app.candor.uikit.Glyph;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/**
 * A template as whoever begins a text from it finds it: the sections, what each asks for, and the
 * words that stand there already. What has to be replaced is marked.
 */
class TemplateSheet extends Div {

    TemplateSheet(Template template) {
        addClassName("template-sheet");
        var purpose = new Paragraph(template.purpose());
        purpose.addClassName("t2");
        var use = new Paragraph(TemplateWords.use(template));
        use.addClassNames("s", "t2");
        var paper = new Div();
        paper.addClassNames("doc", "template-paper");
        template.sections().forEach(section -> paper.add(parts(section)));
        add(purpose, use, paper);
    }

    private static Component[] parts(Section section) {
        var head = new Div();
        head.addClassName("template-head");
        if (!section.title().isEmpty()) {
            head.add(new H3(section.title()));
        }
        if (section.required()) {
            head.add(new Badge(Tone.OUTLINE, "Required"));
        }
        if (section.fresh()) {
            head.add(new Badge(Tone.OUTLINE, Glyph.HOURGLASS, "Again in every stage"));
        }
        var hint = new Paragraph(section.hint());
        hint.addClassName("template-hint");
        hint.setVisible(!section.hint().isEmpty());
        return section.text().isBlank()
                ? new Component[] {head, hint}
                : new Component[] {head, hint, words(section.text())};
    }

    private static Html words(String text) {
        var filled =
                text.replace("{summary}", "[[what was reported]]")
                        .replace("{incident}", "[[the key of the incident]]");
        var printed =
                app.candor.prosemirror.Html.print(LineMarkup.read(filled), TemplateSheet::named)
                        .replaceAll("\\[\\[(.*?)]]", "<mark class=\"template-prompt\">$1</mark>");
        return new Html("<div>" + printed + "</div>");
    }

    /** A token by what it stands for: {@code affected count}. */
    private static String named(Node token) {
        var attribute = token.type().name().equals("fact") ? "key" : "name";
        return String.valueOf(token.attrs().get(attribute)).replaceAll("[-_]", " ");
    }
}
