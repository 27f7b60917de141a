package app.candor.report;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes PDF files of our own templates; nothing outside the application is ever loaded. */
@Component
public class PdfPages {
    private final Templates templates;
    private final Typesetter typesetter;

    PdfPages(Templates templates, Typesetter typesetter) {
        this.templates = templates;
        this.typesetter = typesetter;
    }

    /** The sign-off sheet of a revision: one page, or the text begins a page of its own. */
    public byte[] signOff(SignOffSheet sheet) {
        var body = CleanHtml.withItsEndTogether(sheet.bodyHtml());
        var whole = signOff(sheet, body, true);
        return Typesetter.pages(whole) == 1 ? whole : signOff(sheet, body, false);
    }

    private byte[] signOff(SignOffSheet sheet, String body, boolean onOnePage) {
        return render("sign-off", Map.of("sheet", sheet, "body", body, "onOnePage", onOnePage));
    }

    /** A text to hand out; every page says so while it is not signed. */
    public byte[] text(TextDocument document) {
        return render("text", Map.of("text", document, "body", CleanHtml.of(document.bodyHtml())));
    }

    /** A text of the team; every page says that it is internal. */
    public byte[] internal(InternalDocument document) {
        return render(
                "internal", Map.of("text", document, "body", CleanHtml.of(document.bodyHtml())));
    }

    /**
     * Any template of {@code templates/report/}.
     *
     * @param template file name without {@code .html}
     * @param model values by name; text in them is escaped
     */
    public byte[] render(String template, Map<String, Object> model) {
        return typesetter.typeset(templates.fill(template, model));
    }

    /**
     * As {@link #render(String, Map)}, with a formatted text as {@code body}.
     *
     * @param bodyHtml anything but plain formatting is dropped
     */
    public byte[] render(String template, Map<String, Object> model, String bodyHtml) {
        var all = new HashMap<>(model);
        all.put("body", CleanHtml.of(bodyHtml));
        return render(template, all);
    }
}
