package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.coedit.Permission;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.prosemirror.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal encrypts by itself, without a proxy before it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "candor.data=target/test-data/encrypted-socket",
            "candor.tests.sign-in=true",
            "candor.sign-in.issuer=https://identity.example"
        })
@Import({SignInForTests.class, CollabTest.Notes.class})
class EncryptedSocketTest {
    private static final Path KEYS = Path.of("target/test-data/encrypted-socket.p12");
    private static final String PASSWORD = "for-tests";
    private static final String HASH = Schema.candor().hash();

    /** Some of TLS's records, each of 16 KB at most. */
    private static final String LONG = "Orders wait in the queue. ".repeat(1_500);

    @LocalServerPort private int port;
    @Autowired private Texts texts;
    @Autowired private CollabTest.Grants grants;

    private String text;

    @DynamicPropertySource
    static void encrypt(DynamicPropertyRegistry properties) throws Exception {
        Files.createDirectories(KEYS.getParent());
        Files.deleteIfExists(KEYS);
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var making =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=portal",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                KEYS.toString(),
                                "-storepass",
                                PASSWORD)
                        .inheritIO()
                        .start();
        assertThat(making.waitFor()).isZero();
        properties.add("server.ssl.key-store", KEYS::toString);
        properties.add("server.ssl.key-store-password", () -> PASSWORD);
    }

    @BeforeEach
    void aText() {
        text = UUID.randomUUID().toString();
        texts.create(new TextRef(text, "note", "n-1"));
    }

    @Test
    void whatOneTypesTheOtherReadsHoweverLongItIs() throws Exception {
        var ada = signedIn("ada").open(text);
        var ben = signedIn("ben").open(text);
        ada.hello("tab-a", -1, HASH);
        ben.hello("tab-b", -1, HASH);
        ada.next("init");
        ben.next("init");

        ada.push("tab-a", 1, 0, "[[\"i\",1,\"" + LONG + "\"]]");
        ben.next("commit");
        ben.push("tab-b", 1, 1, "[[\"i\",1,\"Today. \"]]");

        ada.next("commit");
        assertThat(ada.next("commit").get("commits").get(0).get("userId").asString())
                .isEqualTo("ben");
        var late = signedIn("carla").open(text);
        late.hello("tab-c", -1, HASH);
        assertThat(late.next("init").get("doc").toString()).contains("Today. " + LONG);
    }

    @Test
    void whoSignsOutHearsWhyTheLineEnds() throws Exception {
        var ada = signedIn("ada");
        var socket = ada.open(text);
        socket.hello("tab", -1, HASH);
        socket.next("init");

        ada.get("/for-tests/sign-out");

        assertThat(socket.closeCode()).isEqualTo(4401);
    }

    private Browser signedIn(String person) throws Exception {
        grants.byPerson.put(person, Permission.EDIT);
        var browser = Browser.encrypted(port, trusting());
        browser.get("/for-tests/sign-in/" + person);
        return browser;
    }

    private static SSLContext trusting() throws Exception {
        var keys = KeyStore.getInstance(KEYS.toFile(), PASSWORD.toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("portal", keys.getCertificate("mykey"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
