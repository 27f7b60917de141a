package app.candor.comms;

import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.coedit.images.Images;
import app.candor.comms.rendering.TextChanges;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.Step;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A picture in the text of a draft on its way to the readers. */
class DraftPicturesTest extends CommsDesk {
    private static final String SHOWS = "Orders per minute, <half> of usual";

    @Autowired Images images;
    @Autowired Readings readings;
    @Autowired Revisions revisions;
    @Autowired TextPdfs pdfs;
    @Autowired MongoTemplate mongo;

    @Test
    void aPictureLeavesAsPartOfTheMessageAndAsWordsInPlainText() throws Exception {
        var draft = begun();
        var hash = hashIn(insert(draft, 0x3446c4, SHOWS));

        var signed = signedByAll(submitted(draft));
        SignedIn.as(SUPPORT, () -> drafts.release(signed.id(), seen(signed)));

        var files =
                MailFiles.of(
                        SignedIn.as(SUPPORT, () -> outbox.eml(packagesOf(draft).getFirst().id())));
        var parts = parts(files.get("message.eml"));
        var html = text(parts, "text/html");
        assertThat(html)
                .contains("<img src=\"cid:" + hash + "@candor.invalid\"")
                .contains("alt=\"Orders per minute, &lt;half&gt; of usual\"")
                .doesNotContain("/attachments/")
                .doesNotContain("http:");
        assertThat(text(parts, "text/plain")).contains("[" + SHOWS + "]");
        var picture = parts.stream().filter(part -> header(part, "Content-ID") != null).toList();
        assertThat(picture)
                .singleElement()
                .satisfies(part -> {
                    assertThat(header(part, "Content-ID"))
                            .isEqualTo("<" + hash + "@candor.invalid>");
                    assertThat(part.getContentType()).startsWith("image/png");
                    assertThat(part.getDisposition()).isEqualTo("inline");
                    assertThat(sha256(part.getInputStream().readAllBytes())).isEqualTo(hash);
                });
        assertThat(new String(files.get("message.txt"), StandardCharsets.UTF_8)).contains(SHOWS);
        assertThat(sha256(files.get("revision.json"))).isEqualTo(seen(signed).hash());
        assertThat(new String(files.get("revision.json"), StandardCharsets.UTF_8)).contains(hash);
    }

    @Test
    void theExplanationShowsItsPictureOnThePageInThePreviewAndOnTheSignOffSheet() throws Exception {
        var incident = sev1().id();
        var draft =
                SignedIn.as(
                        WRITER,
                        () -> drafts.begin(NewDraft.of(DraftKind.TECHNICAL_EXPLANATION, incident)));
        assertThat(picturesOf(SignedIn.as(WRITER, () -> pdfs.preview(draft.id())))).isZero();

        insert(draft, 0x3446c4, SHOWS);

        assertThat(picturesOf(SignedIn.as(WRITER, () -> pdfs.preview(draft.id())))).isEqualTo(1);
        var page = SignedIn.as(WRITER, () -> readings.of(drafts(draft)).mailPage());
        assertThat(page).contains("<img src=\"data:image/png;base64,").doesNotContain("cid:");
    }

    @Test
    void anotherPictureUnderTheSameWordsIsAnotherHashAndAChangeForWhoeverSignedTheOlder() {
        var draft = begun();
        insert(draft, 0x3446c4, SHOWS);
        var first = submitted(draft);
        SignedIn.as(WRITER, () -> submissions.withdraw(draft.id()));
        replace(draft, 0xb3261e);
        var second = submitted(draft);

        assertThat(seen(second).hash()).isNotEqualTo(seen(first).hash());
        var before = SignedIn.as(WRITER, () -> readings.at(second, seen(first).hash()));
        var after = SignedIn.as(WRITER, () -> readings.of(second));
        assertThat(TextChanges.between(before.everything(), after.everything()))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.pieces())
                                .anyMatch(piece ->
                                        piece.kind() == TextChanges.Kind.ADDED
                                                && !piece.text().isBlank()));
    }

    @Test
    void aPictureWithoutWordsOrOfAnotherTextIsNotSubmitted() {
        var silent = begun();
        insert(silent, 0x3446c4, "");
        assertThatThrownBy(() -> submitted(silent))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has no description");
        assertThat(SignedIn.as(WRITER, () -> submissions.problems(silent.id())))
                .anyMatch(problem -> problem.contains("has no description"));

        var other = begun();
        var src = SignedIn.as(WRITER, () -> images.add(silent.textId(), png(1))).src();
        insert(other, src, SHOWS);
        assertThatThrownBy(() -> submitted(other))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not stored with this text");
        var elsewhere = begun();
        insert(elsewhere, "https://tracker.example/pixel.png", SHOWS);
        assertThatThrownBy(() -> submitted(elsewhere))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not stored with this text");
        assertThat(SignedIn.as(WRITER, () -> readings.of(drafts(elsewhere)).mailPage()))
                .doesNotContain("tracker.example");
    }

    @Test
    void aTextForTheStatusPageTakesNone() {
        var incident = sev1().id();
        var draft =
                SignedIn.as(
                        WRITER, () -> drafts.begin(NewDraft.of(DraftKind.STATUS_UPDATE, incident)));
        insert(draft, 0x3446c4, SHOWS);

        assertThat(SignedIn.as(WRITER, () -> submissions.problems(draft.id())))
                .anyMatch(problem -> problem.contains("get words alone"));
    }

    @Test
    void aPictureWhoseStoredBytesChangedHoldsTheReleaseUp() {
        var draft = begun();
        var src = insert(draft, 0x3446c4, SHOWS);
        var signed = signedByAll(submitted(draft));
        falsify(draft, src);

        assertThatThrownBy(
                        () -> SignedIn.as(SUPPORT, () -> drafts.release(signed.id(), seen(signed))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("picture");
        assertThat(drafts(draft).state()).isInstanceOf(DraftState.InReview.class);
    }

    private String insert(Draft draft, int colour, String alt) {
        var src = SignedIn.as(WRITER, () -> images.add(draft.textId(), png(colour))).src();
        insert(draft, src, alt);
        return src;
    }

    private void insert(Draft draft, String src, String alt) {
        edit(draft, 2, 2, Map.of("src", src, "alt", alt, "width", 40L, "height", 30L));
    }

    private void replace(Draft draft, int colour) {
        var src = SignedIn.as(WRITER, () -> images.add(draft.textId(), png(colour))).src();
        edit(draft, 2, 3, Map.of("src", src, "alt", SHOWS, "width", 40L, "height", 30L));
    }

    private void edit(Draft draft, long from, long to, Map<String, Object> attrs) {
        texts.edit(
                draft.textId(),
                WRITER.sub(),
                doc ->
                        List.of(
                                Step.fromJson(
                                        Schema.candor(),
                                        Map.of(
                                                "stepType",
                                                "replace",
                                                "from",
                                                from,
                                                "to",
                                                to,
                                                "slice",
                                                Map.of(
                                                        "content",
                                                        List.of(
                                                                Map.of(
                                                                        "type", "image", "attrs",
                                                                        attrs)))))));
    }

    /** Another last byte, as a fault of the disk or of somebody with the database open. */
    private void falsify(Draft draft, String src) {
        var name = draft.textId() + "/" + src.substring(src.lastIndexOf('/') + 1);
        var file =
                mongo.getCollection("text_images.files").find(Filters.eq("filename", name)).first();
        var chunk = Filters.eq("files_id", file.getObjectId("_id"));
        var chunks = mongo.getCollection("text_images.chunks");
        var bytes = chunks.find(chunk).first().get("data", Binary.class).getData();
        bytes[bytes.length - 1] ^= 1;
        chunks.updateOne(chunk, Updates.set("data", new Binary(bytes)));
    }

    private static String hashIn(String src) {
        return src.substring(src.lastIndexOf('/') + 1, src.lastIndexOf('.'));
    }

    private static byte[] png(int colour) {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 40; x++) {
            image.setRGB(x, 15, colour);
        }
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long picturesOf(byte[] pdf) throws Exception {
        var reader = new PdfReader(pdf);
        var found = 0;
        for (var i = 0; i < reader.getXrefSize(); i++) {
            if (reader.getPdfObject(i) instanceof PdfStream stream
                    && PdfName.IMAGE.equals(stream.get(PdfName.SUBTYPE))) {
                found++;
            }
        }
        return found;
    }

    private static List<BodyPart> parts(byte[] eml) throws Exception {
        var message =
                new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(eml));
        var all = new ArrayList<BodyPart>();
        collect((Multipart) message.getContent(), all);
        return all;
    }

    private static void collect(Multipart parts, List<BodyPart> all) throws Exception {
        for (var i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.getContent() instanceof Multipart deeper) {
                collect(deeper, all);
            } else {
                all.add(part);
            }
        }
    }

    private static String text(List<BodyPart> parts, String type) throws Exception {
        for (var part : parts) {
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
        }
        throw new AssertionError("No part of type " + type);
    }

    private static @org.jspecify.annotations.Nullable String header(BodyPart part, String name) {
        try {
            var values = part.getHeader(name);
            return values == null ? null : values[0];
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
