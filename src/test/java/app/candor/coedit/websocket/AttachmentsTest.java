package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.coedit.Permission;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Pictures over HTTP, as a browser sends and fetches them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "candor.data=target/test-data/attachments",
            "candor.coedit.longest-push=5000",
            "candor.tests.sign-in=true",
            "candor.sign-in.issuer=https://identity.example"
        })
@Import({SignInForTests.class, CollabTest.Notes.class})
class AttachmentsTest {
    @LocalServerPort private int port;
    @Autowired private Texts texts;
    @Autowired private CollabTest.Grants grants;

    private String text;

    @BeforeEach
    void aText() {
        text = aNewText();
        grants.byPerson.clear();
    }

    @Test
    void whoReadsTheTextSeesItsPicturesAndNobodyElse() throws Exception {
        var writer = signedIn("ada", Permission.EDIT);
        var answer = writer.send("/attachments/" + text, aPicture(), writer.origin());
        assertThat(answer.statusCode()).isEqualTo(200);
        var placed = JsonMapper.shared().readTree(answer.body());
        assertThat(placed.get("width").asInt()).isEqualTo(64);
        var src = placed.get("src").asString();
        assertThat(src).matches("/attachments/" + text + "/[0-9a-f]{64}\\.png");

        var reader = signedIn("rea", Permission.READ);
        var picture = reader.fetch(src);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(picture.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");

        var outsider = signedIn("out", Permission.NONE);
        var refused = outsider.fetch(src);
        var never = outsider.fetch("/attachments/no-such-text/" + "0".repeat(64) + ".png");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).isEqualTo(never.body());
        assertThat(new Browser(port).fetch(src).statusCode()).isNotEqualTo(200);
    }

    @Test
    void aPictureIsTakenFromAPageOfThePortalByWhoMayWriteOnly() throws Exception {
        var path = "/attachments/" + text;
        var writer = signedIn("ada", Permission.EDIT);
        assertThat(writer.send(path, aPicture(), "").statusCode()).isEqualTo(403);
        assertThat(writer.send(path, aPicture(), "https://evil.example").statusCode())
                .isEqualTo(403);
        var reader = signedIn("rea", Permission.READ);
        assertThat(reader.send(path, aPicture(), reader.origin()).statusCode()).isEqualTo(403);
        var outsider = signedIn("out", Permission.NONE);
        assertThat(outsider.send(path, aPicture(), outsider.origin()).statusCode()).isEqualTo(404);
    }

    @Test
    void theWrongFileIsAnsweredWithTheReasonAndTheLimit() throws Exception {
        var path = "/attachments/" + text;
        var writer = signedIn("ada", Permission.EDIT);
        var wrong = writer.send(path, "%PDF-1.7".getBytes("US-ASCII"), writer.origin());
        assertThat(wrong.statusCode()).isEqualTo(415);
        assertThat(wrong.body()).contains("Use PNG, JPEG or GIF");
        var large = writer.send(path, new byte[9 * 1024 * 1024], writer.origin());
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("8 MB");
    }

    @Test
    void aPictureCopiedIntoAnotherTextBelongsToThatText() throws Exception {
        var writer = signedIn("ada", Permission.EDIT);
        var placed = writer.send("/attachments/" + text, aPicture(), writer.origin());
        var src = JsonMapper.shared().readTree(placed.body()).get("src").asString();
        var other = aNewText();

        var copied =
                writer.send("/attachments/" + other + "?from=" + src, new byte[0], writer.origin());

        assertThat(copied.body()).contains("/attachments/" + other + "/");
        var missing =
                writer.send(
                        "/attachments/" + other + "?from=/attachments/none/x.png",
                        new byte[0],
                        writer.origin());
        assertThat(missing.statusCode()).isEqualTo(404);
    }

    private String aNewText() {
        var id = UUID.randomUUID().toString();
        texts.create(new TextRef(id, "note", "n-1"));
        return id;
    }

    private static byte[] aPicture() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private Browser signedIn(String person, Permission permission) throws Exception {
        grants.byPerson.put(person, permission);
        var browser = new Browser(port);
        browser.get("/for-tests/sign-in/" + person);
        return browser;
    }
}
