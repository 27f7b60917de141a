package app.candor.comms;

import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.audit.AuditEntry;
import app.candor.audit.AuditLog;
import app.candor.delivery.MailAddress;
import app.candor.delivery.MailAttachment;
import app.candor.delivery.Outbox;
import app.candor.delivery.OutgoingMail;
import app.candor.prosemirror.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Mails the head of the audit log to auditors and Legal once a day (UTC), signed with the portal's
 * key: whoever keeps these mails can tell later whether the log before them was rewritten.
 */
@Component
class AuditHeadMails {
    private static final String FORMAT = "candor-audit-head-1";

    private final AuditLog audit;
    private final PortalKeys keys;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    AuditHeadMails(AuditLog audit, PortalKeys keys, People people, Outbox outbox, Clock clock) {
        this.audit = audit;
        this.keys = keys;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Posts today's, unless some node did; nothing without a mail server. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT30M")
    void today() {
        if (outbox.canSend()) {
            audit.head().ifPresent(this::post);
        }
    }

    private void post(AuditEntry head) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var file = file(head);
        Stream.concat(people.holders(Role.AUDITOR).stream(), people.holders(Role.LEGAL).stream())
                .distinct()
                .filter(person -> outbox.find(id(day, person)).isEmpty())
                .forEach(person -> outbox.post(mail(day, person, head, file)));
    }

    private byte[] file(AuditEntry head) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("format", FORMAT);
        said.put("entry", head.number());
        said.put("hash", head.hash());
        said.put("at", clock.instant().toString());
        said.put("key", keys.fingerprint());
        var text = Json.canonical(said);
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("head", text);
        form.put(
                "signature",
                Base64.getEncoder()
                        .encodeToString(keys.sign(text.getBytes(StandardCharsets.UTF_8))));
        return Json.canonical(form).getBytes(StandardCharsets.UTF_8);
    }

    private static OutgoingMail mail(LocalDate day, Person to, AuditEntry head, byte[] file) {
        return new OutgoingMail(
                id(day, to),
                null,
                List.of(new MailAddress(to.name(), to.email())),
                "Audit log of " + day + ": entry " + head.number(),
                """
                The newest entry of Candor's audit log is number %d. Its hash is

                %s

                Please keep this mail where the portal cannot reach it. Should the log ever be in
                doubt, the entry of that number has to have this hash: a log that was rewritten
                has another. The enclosed file says the same under the portal's signature; the
                portal publishes its keys at /keys.
                """
                        .formatted(head.number(), head.hash()),
                "",
                List.of(new MailAttachment("audit-head.json", "application/json", file)),
                null,
                Guarded.open(),
                "Head of the audit log");
    }

    private static String id(LocalDate day, Person to) {
        return ("audit-head:" + day + ":" + to.id()).replaceAll("[^A-Za-z0-9._:-]", "-");
    }
}
