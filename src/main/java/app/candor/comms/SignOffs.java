package app.candor.comms;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.audit.AuditLog;
import app.candor.report.PdfPages;
import app.candor.report.SignOffSheet;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The sheet that says who answers for a released revision. */
@Component
class SignOffs {
    private final PdfPages pages;
    private final AuditLog audit;
    private final People people;
    private final DraftTexts texts;
    private final DraftPictures pictures;

    SignOffs(
            PdfPages pages,
            AuditLog audit,
            People people,
            DraftTexts texts,
            DraftPictures pictures) {
        this.pages = pages;
        this.audit = audit;
        this.people = people;
        this.texts = texts;
        this.pictures = pictures;
    }

    /** As a PDF. */
    byte[] pdf(Draft draft, DraftState.Released gone, Revision revision, Instant now) {
        return pages.signOff(sheet(draft, gone, revision, now));
    }

    private SignOffSheet sheet(
            Draft draft, DraftState.Released gone, Revision revision, Instant now) {
        var releaser = people.find(gone.by());
        return new SignOffSheet(
                revision.subject(),
                revision.incidentKey(),
                revision.number(),
                revision.hash(),
                gone.emergency() == null
                        ? revision.kind().label()
                        : revision.kind().label() + ". " + gone.emergency().sentence(),
                sentence(revision.audience().label()),
                "gates version " + revision.policyVersion(),
                revision.severityClass().name().toLowerCase(Locale.ROOT),
                gone.signatures().stream().map(SignOffs::signature).toList(),
                writers(draft, revision),
                new SignOffSheet.Release(
                        gone.byName(), releaser.map(Person::title).orElse(""), gone.at()),
                audit.head()
                        .map(head -> new SignOffSheet.AuditHead(head.number(), head.hash()))
                        .orElse(new SignOffSheet.AuditHead(0, "0".repeat(64))),
                HandOffFiles.body(revision, pictures.inside(revision.text().id())),
                now);
    }

    private List<String> writers(Draft draft, Revision revision) {
        var ids = new java.util.TreeSet<>(texts.writers(draft));
        ids.add(revision.submittedBy());
        return people.byIds(ids).values().stream().map(Person::name).sorted().toList();
    }

    private static SignOffSheet.Signature signature(Signature signature) {
        return new SignOffSheet.Signature(
                signature.gateTitle(),
                signature.meaning(),
                signature.name(),
                signature.title(),
                signature.at(),
                signature.authenticatedAt());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
