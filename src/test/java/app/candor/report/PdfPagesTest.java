package app.candor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.SimpleBookmark;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfPagesTest {
    private static final String HASH =
            "9f2c41d07be85a3360c1e4f7a2d8b95513ce70984bd6f12aa07e3c55d9184f6e";
    private static final Instant NOW = Instant.parse("2026-11-18T10:56:03Z");

    private final Typesetter typesetter = new Typesetter();
    private final PdfPages pages = new PdfPages(new Templates(), typesetter);

    @Test
    void theSignOffSheetNamesTheRevisionItsHashAndWhoSignedWhatWhen() throws IOException {
        var text = flat(keep("sign-off", pages.signOff(sheet("<p>We are sorry.</p>"))));
        assertThat(text)
                .contains("Search results were incomplete", "INC-K7Q4", "revision 3")
                .contains("9f2c41d0 7be85a33 60c1e4f7 a2d8b955")
                .contains("Liability and risk", "Sara Nakamura", "General counsel")
                .contains("18 November 2026, 10:41:12 UTC", "18 November 2026, 10:40:58 UTC")
                .contains("Ines Okafor", "We are sorry.", "gates version 3", "4711");
    }

    @Test
    void whoSignedStandsOnOnePageAndTheTextBelowItWhereItFitsWhole() throws IOException {
        var five = sheet(sentences(4));
        var one = signedBy(five.signatures().subList(0, 1), five);
        var all = pagesOf(keep("sign-off-short", pages.signOff(one)));
        assertThat(all).singleElement().asString().contains("Audit log", "Sentence 4");
    }

    @Test
    void aTextThatDoesNotFitBelowTheSignaturesBeginsAPageOfItsOwn() throws IOException {
        var all = pagesOf(keep("sign-off-five", pages.signOff(sheet(sentences(4)))));
        assertThat(all).hasSize(2);
        assertThat(all.getFirst())
                .contains("Chief technology officer", "This sheet made")
                .doesNotContain("The text");
        assertThat(all.getLast()).contains("The text", "Sentence 1", "Sentence 4");
    }

    @Test
    void noPageOfASignOffSheetHoldsASingleLine() throws IOException {
        for (var count = 28; count <= 36; count++) {
            var pdf = keep("sign-off-long", pages.signOff(sheet(sentences(count))));
            var last = pagesOf(pdf).getLast();
            assertThat(last).as("%d sentences", count).contains("Sentence " + count);
            assertThat(last).contains("Sentence " + (count - 1));
        }
    }

    @Test
    void aSheetOfAnUnreleasedRevisionSaysSoOnEveryPage() throws IOException {
        var released = sheet("<p>Hello</p>");
        var unreleased =
                new SignOffSheet(
                        released.subject(),
                        null,
                        1,
                        HASH,
                        released.kind(),
                        released.audience(),
                        released.policyVersion(),
                        "low",
                        List.of(),
                        List.of(),
                        null,
                        released.auditHead(),
                        "<p>Hello</p>",
                        NOW);
        assertThat(flat(pages.signOff(unreleased)))
                .contains("NOT RELEASED", "Nobody has signed this revision.")
                .doesNotContain("INC-");
    }

    @Test
    void anUnsignedTextCarriesItsBannerAcrossEveryPageAndASignedOneDoesNot() throws IOException {
        var draft = keep("text-draft", pages.text(text(false, longText())));
        assertThat(pagesOf(draft)).hasSizeGreaterThan(2).allMatch(p -> p.contains("NOT SIGNED"));
        assertThat(flat(pages.text(text(true, longText())))).doesNotContain("NOT SIGNED");
    }

    @Test
    void everyPageIsNumberedAndCarriesTheHash() throws IOException {
        var all = pagesOf(keep("text", pages.text(text(true, longText()))));
        for (var number = 1; number <= all.size(); number++) {
            assertThat(all.get(number - 1))
                    .contains("Page " + number + " of " + all.size())
                    .contains("9f2c41d0 7be85a33");
        }
    }

    @Test
    void aLongTableRepeatsItsHeaderOnEveryPage() throws IOException {
        var rows =
                IntStream.rangeClosed(1, 120)
                        .mapToObj(n -> "<tr><td>Account " + n + "</td><td>told</td></tr>")
                        .collect(Collectors.joining());
        var html =
                "<table><thead><tr><th>Account name</th><th>Status</th></tr></thead><tbody>"
                        + rows
                        + "</tbody></table>";
        var all = pagesOf(keep("table", pages.text(text(true, html))));
        assertThat(all).hasSizeGreaterThan(2).allMatch(page -> page.contains("Account name"));
        assertThat(String.join(" ", all)).contains("Account 1told", "Account 120told");
    }

    @Test
    void theBoxOfATaskStandsOnTheLineOfItsWords() throws IOException {
        var html =
                "<ul class=\"task\"><li data-checked=\"false\"><span class=\"task-box\">☐</span>"
                        + "<p>Restore it in group 3</p></li></ul>";
        var all = pagesOf(keep("tasks", pages.text(text(true, html))));
        assertThat(all.getFirst().lines())
                .anyMatch(line -> line.contains("☐") && line.contains("Restore it"));
    }

    @Test
    void headingsBecomeBookmarks() throws IOException {
        var reader = new PdfReader(pages.text(text(true, "<h2>What happened</h2><p>It fell.</p>")));
        assertThat(SimpleBookmark.getBookmarkList(reader))
                .extracting(bookmark -> bookmark.get("Title"))
                .contains("What happened");
    }

    @Test
    void fontsAreEmbedded() throws IOException {
        var reader = new PdfReader(pages.signOff(sheet("<p>a <b>b</b> <i>c</i></p>")));
        var embedded =
                IntStream.range(0, reader.getXrefSize())
                        .mapToObj(reader::getPdfObject)
                        .filter(org.openpdf.text.pdf.PdfDictionary.class::isInstance)
                        .map(org.openpdf.text.pdf.PdfDictionary.class::cast)
                        .filter(one -> PdfName.FONTDESCRIPTOR.equals(one.get(PdfName.TYPE)))
                        .toList();
        assertThat(embedded).isNotEmpty().allMatch(one -> one.get(PdfName.FONTFILE2) != null);
    }

    @Test
    void aCharacterWithoutAGlyphAndAHiddenOneAreWrittenAsTheirCode() throws IOException {
        var hidden = "<p>Paid \u202Eniam\u202C 漢 \uD83E\uDD84 café → Łódź \u200Bend</p>";
        var text = flat(keep("glyphs", pages.text(text(true, hidden))));
        assertThat(text)
                .contains("[U+202E]", "[U+6F22]", "[U+1F984]", "[U+200B]")
                .contains("UNICORN FACE", "café → Łódź");
    }

    @Test
    void whatPeopleTypedIsTextAndControlCharactersBecomeVisible() throws IOException {
        var document =
                new TextDocument(
                        "<b>Bold</b> & \u0001 co",
                        "Kind",
                        null,
                        0,
                        null,
                        true,
                        "<p>a\u0001b<script>alert(1)</script>&nbsp;c</p>",
                        NOW);
        assertThat(flat(pages.text(document)))
                .contains("<b>Bold</b> &")
                .contains("a\uFFFDb")
                .doesNotContain("alert");
    }

    @Test
    void nothingOutsideTheApplicationIsEverRequested(@TempDir Path folder) throws IOException {
        var requests = new AtomicInteger();
        var canary =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        canary.start();
        try {
            var web = "http://127.0.0.1:" + canary.getAddress().getPort();
            var secret = folder.resolve("secret.css");
            Files.writeString(secret, "body::before { content: 'LEAKED' }");
            var hostile =
                    """
                    <html xmlns="http://www.w3.org/1999/xhtml"><head>
                    <link rel="stylesheet" type="text/css" href="%1$s/a.css"/>
                    <link rel="stylesheet" type="text/css" href="%2$s"/>
                    <link rel="stylesheet" type="text/css" href="report:/../policy/gates.css"/>
                    <style>
                      @import url('%1$s/b.css'); @import '%2$s';
                      @import url('jar:%1$s/c.jar!/d.css');
                      @font-face { font-family: X; src: url('%1$s/f.ttf'); }
                      body { background-image: url('%1$s/g.png'); font-family: X; }
                      li { list-style-image: url('%1$s/h.png'); }
                      p::before { content: url('%1$s/i.png'); }
                    </style></head><body background="%1$s/j.png">
                    <img src="%1$s/k.png"/><img src="%2$s"/><img src="jar:%1$s/l.jar!/m.png"/>
                    <img src="%1$s/n.pdf"/><object data="%1$s/o"/><iframe src="%1$s/p"/>
                    <img src="data:image/svg+xml,%%3Csvg/%%3E"/>
                    <p>Still here</p><ul><li>one</li></ul></body></html>
                    """
                            .formatted(web, secret.toUri());
            assertThat(flat(typesetter.typeset(hostile)))
                    .contains("Still here")
                    .doesNotContain("LEAKED");
            pages.text(
                    text(
                            true,
                            "<img src='"
                                    + web
                                    + "/q.png'><p style='background:url("
                                    + web
                                    + ")'>x</p>"));
            assertThat(requests).hasValue(0);
        } finally {
            canary.stop(0);
        }
    }

    @Test
    void aDoctypeOrAnEntityIsRefused() {
        assertThatThrownBy(() ->
                        typesetter.typeset(
                                "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                                        + "<html><body>&x;</body></html>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> typesetter.typeset("<html><body>&nope;</body></html>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> typesetter.typeset("<html><body><br></body></html>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTemplateNameCannotLeaveItsFolder() {
        assertThatThrownBy(() -> pages.render("../demo/sign-in", java.util.Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static SignOffSheet sheet(String body) {
        var at = Instant.parse("2026-11-18T10:41:12Z");
        var login = Instant.parse("2026-11-18T10:40:58Z");
        return new SignOffSheet(
                "Search results were incomplete on 17 November",
                "INC-K7Q4",
                3,
                HASH,
                "Customer e-mail",
                "218 affected accounts of the search integration, by their account contacts",
                "gates version 3",
                "high",
                List.of(
                        signature(
                                "Accuracy",
                                "The facts are right",
                                "Tomás Řehoř",
                                "Staff engineer",
                                at,
                                login),
                        signature(
                                "Clarity and tone",
                                "Customers will understand it",
                                "Ada Lindqvist",
                                "Head of customer success",
                                at,
                                login),
                        signature(
                                "Liability and risk",
                                "It exposes the company to no risk that I do not accept",
                                "Sara Nakamura",
                                "General counsel",
                                at,
                                login),
                        signature(
                                "Authority, incident commander",
                                "It may go out",
                                "Ines Okafor",
                                "Incident commander",
                                at,
                                login),
                        signature(
                                "Authority, senior leadership",
                                "It may go out",
                                "Jean-Baptiste van den Hoogenband-Featherstonehaugh",
                                "Chief technology officer",
                                at,
                                null)),
                List.of("Mira Kovács", "Paul Adeyemi"),
                new SignOffSheet.Release("Rosa Lindgren", "CS Ops", NOW),
                new SignOffSheet.AuditHead(4711, HASH.replace('9', 'a')),
                body,
                NOW);
    }

    private static String sentences(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "<p>Sentence " + n + " says what happened to the searches.</p>")
                .collect(Collectors.joining());
    }

    private static SignOffSheet signedBy(
            List<SignOffSheet.Signature> signatures, SignOffSheet sheet) {
        return new SignOffSheet(
                sheet.subject(),
                sheet.incidentKey(),
                sheet.revision(),
                sheet.sha256(),
                sheet.kind(),
                sheet.audience(),
                sheet.policyVersion(),
                sheet.severityClass(),
                signatures,
                sheet.writers(),
                sheet.release(),
                sheet.auditHead(),
                sheet.bodyHtml(),
                sheet.madeAt());
    }

    private static SignOffSheet.Signature signature(
            String gate,
            String meaning,
            String name,
            String title,
            Instant at,
            @Nullable Instant login) {
        return new SignOffSheet.Signature(gate, meaning, name, title, at, login);
    }

    private static TextDocument text(boolean signed, String body) {
        return new TextDocument(
                "Why search results were incomplete",
                "Technical explanation",
                "INC-K7Q4",
                2,
                HASH,
                signed,
                body,
                NOW);
    }

    private static String longText() {
        return IntStream.rangeClosed(1, 24)
                .mapToObj(n ->
                        """
                        <h2>Step %d</h2><p>An index node ran out of file handles and <b>stopped
                        answering</b>; the balancer kept sending it queries. <i>Searches that
                        reached it returned nothing.</i> Raw data was never touched.</p>
                        <ul><li>Start: 09:12 UTC</li><li>End: 10:03 UTC</li></ul>
                        <pre>balancer: node 7 healthy=true (stale)</pre>
                        """
                                .formatted(n))
                .collect(Collectors.joining());
    }

    private static byte[] keep(String name, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "pdf"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return pdf;
    }

    private static List<String> pagesOf(byte[] pdf) throws IOException {
        var reader = new PdfReader(pdf);
        var extractor = new PdfTextExtractor(reader);
        var all = new java.util.ArrayList<String>();
        for (var page = 1; page <= reader.getNumberOfPages(); page++) {
            all.add(extractor.getTextFromPage(page).replaceAll("\\s+", " "));
        }
        return all;
    }

    private static String flat(byte[] pdf) throws IOException {
        return String.join(" ", pagesOf(pdf));
    }
}
