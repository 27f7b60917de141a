package app.candor.comms;

import app.candor.policy.Severity;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that leaves, frozen by submitting. Its canonical bytes are what is hashed, signed,
 * stored and sent; {@code docs/revision.md} says how another program recomputes the hash.
 *
 * @param number counts a draft's revisions from 1
 * @param incident id; null for an evergreen answer
 * @param incidentKey as people say it; null without an incident
 * @param facts sorted by key
 * @param mergeFields names used in the text, sorted
 * @param severity null without an incident
 * @param severityClass the highest held since the draft was begun
 * @param policyVersion of the gates
 * @param submittedBy person id
 * @param corrects what it corrects; null for none
 * @param standing of a pre-approved wording; null for a message
 * @param preapproved the wording that it repeats; null for none
 */
public record Revision(
        String draft,
        int number,
        DraftKind kind,
        @Nullable String incident,
        @Nullable String incidentKey,
        Text text,
        List<PinnedFact> facts,
        String subject,
        ResolvedAudience audience,
        Channel channel,
        List<Attachment> attachments,
        List<String> mergeFields,
        @Nullable Severity severity,
        SeverityClass severityClass,
        int policyVersion,
        String submittedBy,
        Instant submittedAt,
        @Nullable Corrected corrects,
        @Nullable Standing standing,
        @Nullable Preapproved preapproved) {

    /**
     * The words.
     *
     * @param seq the exact version of the co-edited text
     * @param document as in {@code schema.json}
     */
    public record Text(String id, long seq, Map<String, @Nullable Object> document) {}

    public Revision {
        facts = facts.stream().sorted(Comparator.comparing(PinnedFact::key)).toList();
        attachments =
                attachments.stream()
                        .sorted(
                                Comparator.comparing(Attachment::name)
                                        .thenComparing(Attachment::sha256))
                        .toList();
        mergeFields = mergeFields.stream().sorted().distinct().toList();
    }

    public Optional<PinnedFact> fact(String key) {
        return facts.stream().filter(fact -> fact.key().equals(key)).findFirst();
    }

    /** The facts a reader sees, in the order of their keys. */
    public List<PinnedFact> shownFacts() {
        return facts.stream().filter(PinnedFact::shown).toList();
    }

    /** The document as its reader gets it: a correction says first what it corrects. */
    public Map<String, @Nullable Object> readerDocument() {
        return corrects == null ? text.document() : corrects.above(text.document());
    }

    /** As its reader gets it with a last paragraph more; has another hash and is only shown. */
    Revision ending(String words) {
        var document = new LinkedHashMap<String, @Nullable Object>(text.document());
        var blocks = new ArrayList<Object>();
        if (document.get("content") instanceof List<?> before) {
            blocks.addAll(before);
        }
        blocks.add(Corrected.paragraph(words));
        document.put("content", blocks);
        return with(document);
    }

    /** The same bundle around another document; has another hash. */
    Revision with(Map<String, @Nullable Object> document) {
        return new Revision(
                draft,
                number,
                kind,
                incident,
                incidentKey,
                new Text(text.id(), text.seq(), document),
                facts,
                subject,
                audience,
                channel,
                attachments,
                mergeFields,
                severity,
                severityClass,
                policyVersion,
                submittedBy,
                submittedAt,
                corrects,
                standing,
                preapproved);
    }

    /** UTF-8 of the canonical form. */
    public byte[] canonicalBytes() {
        return RevisionForm.write(this);
    }

    /** SHA-256 of {@link #canonicalBytes()}, 64 lower-case hexadecimal digits. */
    public String hash() {
        return RevisionForm.sha256(canonicalBytes());
    }
}
