package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Visibility;
import app.candor.coedit.Texts;
import app.candor.coedit.images.Images;
import app.candor.prosemirror.AtomWords;
import app.candor.prosemirror.Html;
import app.candor.prosemirror.Markdown;
import app.candor.prosemirror.Node;
import app.candor.report.InternalDocument;
import app.candor.report.PdfPages;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Service;

/**
 * Documents as files, with the ledger's values of this moment in the place of tokens. Whoever may
 * read a document may take it away.
 */
@Service
public class DocumentFiles {
    /** Most that the pictures of one file may weigh together, in bytes. */
    private static final int MOST_OF_PICTURES = 25 * 1024 * 1024;

    /** Width of a page, in pixels. */
    private static final int COLUMN = 600;

    private final Documents documents;
    private final Incidents incidents;
    private final Facts facts;
    private final Texts texts;
    private final Images images;
    private final PdfPages pages;
    private final Access access;
    private final Clock clock;

    DocumentFiles(
            Documents documents,
            Incidents incidents,
            Facts facts,
            Texts texts,
            Images images,
            PdfPages pages,
            Access access,
            Clock clock) {
        this.documents = documents;
        this.incidents = incidents;
        this.facts = facts;
        this.texts = texts;
        this.images = images;
        this.pages = pages;
        this.access = access;
        this.clock = clock;
    }

    /** What a document can be taken away as. */
    public enum Format {
        PDF("application/pdf", "pdf"),
        HTML("text/html; charset=utf-8", "html"),
        MARKDOWN("text/markdown; charset=utf-8", "md");

        private final String type;
        private final String ending;

        Format(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        public String type() {
            return type;
        }
    }

    /**
     * A file to hand out.
     *
     * @param name {@code INC-K7Q4 brain dump.pdf}
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record File(String name, String type, byte[] bytes) {}

    /**
     * @param name last part of the document's address; empty for the main one
     * @throws NotFound if there is no such document for this person
     */
    public File of(String incidentId, String name, Format format) {
        var document = documents.named(incidentId, name);
        var person = access.require(Act.READ, incidents.guarded(incidentId));
        var incident = incidents.asSystem(incidentId);
        var doc = texts.current(document.id()).doc();
        var words = words(incidentId);
        var bytes =
                switch (format) {
                    case MARKDOWN -> utf8(markdown(document, doc, words));
                    case HTML ->
                            utf8(page(document, incident, withPictures(Html.print(doc, words))));
                    case PDF ->
                            pages.internal(
                                    new InternalDocument(
                                            document.title(),
                                            incident.key() + ", " + incident.title(),
                                            incident.visibility() != Visibility.OPEN,
                                            withPictures(Html.print(doc, words)),
                                            clock.instant(),
                                            person.name()));
                };
        return new File(fileName(incident, document, format), format.type, bytes);
    }

    /**
     * Part of another page, whose own headings stand above: the text's are one level lower.
     *
     * @return HTML of plain formatting
     */
    String html(String incidentId, Node doc) {
        var body = Jsoup.parseBodyFragment(Html.print(doc, words(incidentId))).body();
        for (var level = 5; level >= 1; level--) {
            body.select("h" + level).tagName("h" + (level + 1));
        }
        return body.html();
    }

    /**
     * The same with its pictures inside, for a file that needs nothing else.
     *
     * @param html as {@link RootCauses#written} gives it
     */
    public String selfContained(String html) {
        return withPictures(html);
    }

    private AtomWords words(String incidentId) {
        var values =
                facts.ledger(incidentId).stream()
                        .collect(Collectors.toMap(Fact::key, Function.identity()));
        return atom ->
                switch (atom.type().name()) {
                    case "fact" -> value(values.get(String.valueOf(atom.attrs().get("key"))));
                    case "timestamp" -> time(String.valueOf(atom.attrs().get("at")));
                    default -> AtomWords.UNRESOLVED.of(atom);
                };
    }

    private static String value(@org.jspecify.annotations.Nullable Fact fact) {
        if (fact == null) {
            return "(not in the ledger)";
        }
        return fact.unknown() ? "(" + fact.label() + ": not yet known)" : fact.value();
    }

    private static String time(String at) {
        try {
            return FactKind.TIME.display(Instant.parse(at).toString());
        } catch (DateTimeException notAnInstant) {
            return at;
        }
    }

    private static String markdown(IncidentDocument document, Node doc, AtomWords words) {
        return "# " + document.title() + "\n\n" + Markdown.print(doc, words);
    }

    /**
     * One file that needs nothing else: its pictures are inside, as far as a file of that weight
     * can be sent on; what the others show is said in words.
     */
    private String withPictures(String html) {
        var body = Jsoup.parseBodyFragment(html);
        var left = MOST_OF_PICTURES;
        for (var picture : body.select("img")) {
            var found = images.embedded(picture.attr("src"));
            left -= found.map(bytes -> bytes.bytes().length).orElse(0);
            if (found.isEmpty() || left < 0) {
                picture.replaceWith(new org.jsoup.nodes.TextNode(alt(picture)));
            } else {
                var data = Base64.getEncoder().encodeToString(found.get().bytes());
                picture.attr("width", Integer.toString(Math.min(COLUMN, width(picture))));
                picture.removeAttr("height");
                picture.attr("src", "data:" + found.get().type() + ";base64," + data);
            }
        }
        return body.body().html();
    }

    private static int width(org.jsoup.nodes.Element picture) {
        var pixels = picture.attr("width");
        return pixels.matches("[0-9]{1,5}") ? Integer.parseInt(pixels) : COLUMN;
    }

    private static String alt(org.jsoup.nodes.Element picture) {
        var alt = picture.attr("alt");
        return alt.isBlank() ? "[Picture]" : "[Picture: " + alt + "]";
    }

    private static String page(IncidentDocument document, Incident incident, String body) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <style>
        body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.6 system-ui, sans-serif; color: #14171f; }
        table { border-collapse: collapse; } td, th { border: 1px solid #868fa0; padding: 4px 8px; text-align: left; vertical-align: top; }
        th { background: #f0f2f5; } img { max-width: 100%%; height: auto; } pre { white-space: pre-wrap; background: #f0f2f5; padding: 8px 12px; }
        aside, blockquote { margin: 0 0 1rem; padding: 8px 14px; border-left: 3px solid #868fa0; background: #f9fafb; }
        li[data-checked] { list-style: none; } li[data-checked] > p { display: inline; }
        </style>
        </head>
        <body>
        <p>Internal. Nothing here is signed for customers. %2$s</p>
        <h1>%1$s</h1>
        %3$s
        </body>
        </html>
        """
                .formatted(escaped(document.title()), escaped(incident.key()), body);
    }

    private static String escaped(String text) {
        return org.jsoup.nodes.Entities.escape(text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String fileName(Incident incident, IncidentDocument document, Format format) {
        var title =
                document.title().toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return incident.key() + " " + title + "." + format.ending;
    }
}
