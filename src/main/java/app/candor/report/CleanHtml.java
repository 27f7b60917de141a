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
        var settings =
                new OutputSettings()
                        .syntax(OutputSettings.Syntax.xml)
                        .escapeMode(EscapeMode.xhtml)
                        .prettyPrint(false);
        return Jsoup.clean(Typesetter.legal(html), "", FORMATTING, settings);
    }
}
