package app.candor.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.access.StepUp;
import app.candor.demo.DemoPerson;
import app.candor.incident.FactKey;
import app.candor.incident.Stage;
import app.candor.prosemirror.Json;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Proofs as an outsider verifies them: by the program of {@code ./candor verify}, offline. */
class ReleaseProofTest extends CommsDesk {
    @TempDir static Path verifier;
    private static RSAKey provider;

    @LocalServerPort int port;
    @TempDir Path folder;
    @Autowired ReleaseProofs proofs;
    @Autowired Extensions extensions;
    @Autowired FirstNotices notices;
    @Autowired People people;
    @Autowired Clock clock;

    /** What the verifier said and how it ended. */
    private record Verdict(int end, String words) {}

    @BeforeAll
    static void theVerifierIsBuiltWithoutTheProduct() throws Exception {
        var built =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                verifier.toString(),
                                "-d",
                                verifier.toString(),
                                "src/verify/Verify.java");
        assertThat(built).isZero();
        provider = new RSAKeyGenerator(2048).keyID("idp-1").generate();
    }

    @BeforeEach
    void loginsAreVouchedForByAProvider() {
        stepUp.answeredBy(this::freshLogin);
    }

    @Test
    void aReleaseIsVerifiedOfflineWithAllItsSigners() throws Exception {
        var verdict = verify(released(), publishedKeys(), jwks(provider));

        assertThat(verdict.words()).contains("Everything matches.");
        assertThat(verdict.words().lines().filter(line -> line.startsWith("Signed by ")))
                .hasSize(5)
                .allMatch(line -> line.endsWith("as the identity provider confirms"));
        assertThat(verdict.end()).isZero();
    }

    @Test
    void oneOtherCharacterInTheTextIsNamed() throws Exception {
        var changed =
                new String(released(), StandardCharsets.UTF_8)
                        .replace("arrive late", "arrive lato");

        var verdict = verify(bytes(changed), publishedKeys(), jwks(provider));

        assertThat(verdict.words()).contains("DOES NOT MATCH").contains("but signed was");
        assertThat(verdict.end()).isOne();
    }

    @Test
    void aFileSignedAgainWithAnotherKeyIsRefusedWhateverItEncloses() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var form = form(released());
        var manifest =
                ((String) form.get("manifest"))
                        .replace("\"releasedByName\":\"", "\"releasedByName\":\"Not ");
        var signature = java.security.Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(bytes(manifest));
        form.put("manifest", manifest);
        form.put("signature", Base64.getEncoder().encodeToString(signature.sign()));
        form.put("publicKey", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));

        var verdict = verify(bytes(Json.canonical(form)), publishedKeys(), jwks(provider));

        assertThat(verdict.words())
                .contains("DOES NOT MATCH")
                .contains("any portal key that you gave");
        assertThat(verdict.end()).isOne();
    }

    @Test
    void aTokenOfAnotherProviderProvesNothing() throws Exception {
        var other = new RSAKeyGenerator(2048).keyID("idp-1").generate();

        var verdict = verify(released(), publishedKeys(), jwks(other));

        assertThat(verdict.words()).contains("signature of a provider's key that you gave");
        assertThat(verdict.end()).isOne();
    }

    @Test
    void aLoginMadeForAnotherTextProvesNothing() throws Exception {
        stepUp.answeredBy(nonceInput -> freshLogin("random\n" + "0".repeat(64)));

        var verdict = verify(released(), publishedKeys(), jwks(provider));

        assertThat(verdict.words()).contains("was not made for this text");
        assertThat(verdict.end()).isOne();
    }

    @Test
    void thePackageCarriesTheProofWithoutTokens() throws Exception {
        var draft = releasedDraft();
        var posted =
                SignedIn.as(
                        DemoPerson.SUPPORT, () -> outbox.eml(packagesOf(draft).getFirst().id()));
        var enclosed = MailFiles.of(posted).get("release.json");

        assertThat((List<?>) form(enclosed).get("evidence")).isEmpty();
        assertThat(verify(enclosed, publishedKeys(), null).words())
                .contains("Everything matches.")
                .contains("rest on the portal's word alone");
    }

    @Test
    void furtherAccountsStandInTheManifestWithTheirOwnSignature() throws Exception {
        var draft = releasedDraft();
        importAccounts(draft, "yes", "yes", "yes");
        var asked =
                SignedIn.as(
                        DemoPerson.WRITER,
                        () -> extensions.propose(draft.id(), List.of("C-3"), "Hit since noon"));
        stepUp.login(DemoPerson.LEADER, List.of(asked.hash()));
        SignedIn.as(DemoPerson.LEADER, () -> extensions.sign(asked.id()));
        var proof = SignedIn.as(DemoPerson.LEGAL, () -> proofs.export(draft.id()));

        var verdict = verify(proof, publishedKeys(), jwks(provider));
        var otherAddress =
                verify(
                        bytes(new String(proof, StandardCharsets.UTF_8).replace("cy@", "cx@")),
                        publishedKeys(),
                        jwks(provider));

        assertThat(verdict.words())
                .contains("Sent on to 1 more accounts, signed by " + DemoPerson.LEADER.fullName())
                .contains("Everything matches.");
        assertThat(otherAddress.words()).contains("DOES NOT MATCH");
        assertThat(otherAddress.end()).isOne();
    }

    @Test
    void aNoticeIsVerifiedByTheWordingThatItRepeatsAndItsSigners() throws Exception {
        var wording =
                SignedIn.as(
                        DemoPerson.WRITER,
                        () -> {
                            var begun =
                                    notices.begin(
                                            DraftKind.STATUS_UPDATE,
                                            Stage.INVESTIGATING,
                                            clock.instant().plus(Duration.ofDays(9)));
                            return drafts.changeSubject(begun.id(), "Our service is disturbed");
                        });
        var signed = drafts(signedByAll(submitted(wording)));
        var incident = sev1().id();
        var notice =
                SignedIn.as(
                        DemoPerson.SUPPORT,
                        () ->
                                notices.send(
                                        incident,
                                        signed.id(),
                                        seen(signed),
                                        Map.of(
                                                FactKey.COMPONENTS, List.of("Order sync"),
                                                FactKey.REGIONS, List.of("EU"))));
        var proof = SignedIn.as(DemoPerson.LEGAL, () -> proofs.export(notice.id()));

        var verdict = verify(proof, publishedKeys(), jwks(provider));
        var form = form(proof);
        form.put(
                "preapproved",
                ((String) form.get("preapproved")).replace("Next update", "Last update"));
        var other = verify(bytes(Json.canonical(form)), publishedKeys(), jwks(provider));

        assertThat(verdict.words())
                .contains("Signed in advance as draft " + signed.id())
                .contains("Everything matches.");
        assertThat(verdict.words().lines().filter(line -> line.startsWith("Signed by ")))
                .hasSize(5)
                .allMatch(line -> line.endsWith("as the identity provider confirms"));
        assertThat(other.words())
                .contains("the wording that is enclosed is not the one that the text names");
        assertThat(other.end()).isOne();
    }

    @Test
    void onlyAuditorsAndLegalTakeTheWholeProof() {
        var draft = releasedDraft();

        assertThatThrownBy(() -> SignedIn.as(DemoPerson.WRITER, () -> proofs.export(draft.id())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> SignedIn.as(DemoPerson.LEGAL, () -> proofs.export(inReview().id())))
                .isInstanceOf(Refused.class);
    }

    private byte[] released() {
        var draft = releasedDraft();
        return SignedIn.as(DemoPerson.LEGAL, () -> proofs.export(draft.id()));
    }

    private Draft releasedDraft() {
        var draft = signedByAll(inReview());
        return SignedIn.as(DemoPerson.SUPPORT, () -> drafts.release(draft.id(), seen(draft)));
    }

    private StepUp.Evidence freshLogin(String nonceInput) {
        try {
            var at = clock.instant().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes(nonceInput));
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("idp-1").build(),
                            new JWTClaimsSet.Builder()
                                    .subject(people.current().id())
                                    .claim("auth_time", at.getEpochSecond())
                                    .claim(
                                            "nonce",
                                            Base64.getUrlEncoder()
                                                    .withoutPadding()
                                                    .encodeToString(digest))
                                    .build());
            token.sign(new RSASSASigner(provider));
            return new StepUp.Evidence(at, token.serialize(), nonceInput);
        } catch (java.security.GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As anybody reads them, without a sign-in. */
    private String publishedKeys() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:%d/keys".formatted(port)))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private Verdict verify(byte[] release, String portalKeys, String providerKeys)
            throws Exception {
        Files.write(folder.resolve("release.json"), release);
        Files.writeString(folder.resolve("portal.pem"), portalKeys);
        var command =
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        verifier.toString(),
                        "Verify",
                        "release.json",
                        "--portal-key",
                        "portal.pem");
        if (providerKeys != null) {
            Files.writeString(folder.resolve("idp.json"), providerKeys);
            command = Stream.concat(command, Stream.of("--idp-keys", "idp.json"));
        }
        var process =
                new ProcessBuilder(command.toList())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), words);
    }

    private static String jwks(RSAKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> form(byte[] release) {
        return new TreeMap<>(
                (Map<String, Object>) Json.parse(new String(release, StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
