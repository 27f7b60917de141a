package app.candor.report;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Safelist;

/** Leaves plain formatting of a text and drops everything else, as well-formed XML. */
final class CleanHtml {
    private static final Safelist FORMATTING =
            Safelist.relaxed()
                    .removeTags("img")
                    .addTags("img")
                    .addAttributes("img", "src", "alt", "width")
                    .addProtocols("img", "src", "data")
                    .addTags("hr", "s", "del", "ins", "mark", "figure", "figcaption")
                    .removeProtocols("a", "href", "ftp");

    private CleanHtml() {}

    static String of(String html) {
        return Jsoup.clean(Typesetter.legal(html), "", FORMATTING, xml());
    }

    /** As {@link #of}; a last paragraph such as a name does not stand on a page by itself. */
    static String withItsEndTogether(String html) {
        var document = Jsoup.parseBodyFragment(of(html));
        document.outputSettings(xml());
        var body = document.body();
        var last = body.lastElementChild();
        var before = last == null ? null : last.previousElementSibling();
        if (last != null && before != null && last.nameIs("p") && before.nameIs("p")) {
            body.appendElement("div").addClass("whole").appendChild(before).appendChild(last);
        }
        return body.html();
    }

    private static OutputSettings xml() {
        return new OutputSettings()
                .syntax(OutputSettings.Syntax.xml)
                .escapeMode(EscapeMode.xhtml)
                .prettyPrint(false);
    }
}
