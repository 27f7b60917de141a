package app.candor.comms;

import static app.candor.demo.DemoPerson.AUDITOR;
import static app.candor.demo.DemoPerson.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.SignedIn;
import app.candor.audit.AuditLog;
import app.candor.delivery.Delivery;
import app.candor.prosemirror.Json;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The daily word about the audit log to those who would be asked about it. */
class AuditHeadMailTest extends MailedCommsDesk {
    @Autowired AuditHeadMails mails;
    @Autowired AuditLog audit;
    @Autowired PortalKeys keys;
    @Autowired MongoTemplate database;

    @BeforeEach
    void nobodyGotOneBefore() {
        database.getCollection("deliveries").deleteMany(Filters.regex("_id", "^audit-head:"));
    }

    @Test
    void auditorsAndLegalGetTheSignedHeadOnceADay() throws Exception {
        begun();
        var head = audit.head().orElseThrow();

        mails.today();
        var first = toAuditor();
        begun();
        mails.today();

        assertThat(toAuditor()).hasSameSizeAs(first);
        assertThat(first.getFirst().subject()).contains("entry " + head.number());
        var eml = SignedIn.as(SUPPORT, () -> outbox.eml(first.getFirst().id()));
        var form = parsed(MailFiles.of(eml).get("audit-head.json"));
        var said = (String) form.get("head");
        assertThat(said).contains(head.hash());
        assertThat(signedByThePortal(said, (String) form.get("signature"))).isTrue();

        clock.advance(Duration.ofDays(1));
        mails.today();
        assertThat(toAuditor()).hasSize(first.size() + 1);
    }

    private List<Delivery> toAuditor() {
        return SignedIn.as(SUPPORT, () -> outbox.visible(500)).stream()
                .filter(delivery -> delivery.id().startsWith("audit-head:"))
                .filter(delivery ->
                        delivery.to().stream().anyMatch(to -> to.address().equals(AUDITOR.email())))
                .toList();
    }

    private boolean signedByThePortal(String said, String signature) throws Exception {
        var pem = keys.published().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var check = Signature.getInstance("Ed25519");
        check.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        check.update(said.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder().decode(signature));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parsed(byte[] json) {
        return (Map<String, Object>) Json.parse(new String(json, StandardCharsets.UTF_8));
    }
}
