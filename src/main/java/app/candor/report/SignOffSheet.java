package app.candor.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for one revision, and its words.
 *
 * @param subject subject line or title of the revision
 * @param incidentKey {@code INC-K7Q4}; null for a text of no incident
 * @param revision from 1
 * @param sha256 hash of the revision, 64 hex digits
 * @param kind what it is: {@code Customer e-mail}
 * @param audience who it is for, one sentence
 * @param policyVersion the gates that applied: {@code gates version 3}
 * @param severityClass {@code high} or {@code low}
 * @param signatures in the order in which they were given
 * @param writers names of everybody with an edit in it
 * @param release null while it has not been released
 * @param auditHead newest entry of the audit log when the sheet was made
 * @param bodyHtml the text as the reader gets it; anything but plain formatting is dropped
 * @param madeAt UTC
 */
public record SignOffSheet(
        String subject,
        @Nullable String incidentKey,
        int revision,
        String sha256,
        String kind,
        String audience,
        String policyVersion,
        String severityClass,
        List<Signature> signatures,
        List<String> writers,
        @Nullable Release release,
        AuditHead auditHead,
        String bodyHtml,
        Instant madeAt) {
    public SignOffSheet {
        signatures = List.copyOf(signatures);
        writers = List.copyOf(writers);
    }

    /**
     * @param gate what was looked at: {@code Liability and risk}
     * @param meaning what the signer said by signing, one sentence
     * @param name printed name
     * @param title what the signer does
     * @param signedAt UTC
     * @param authenticatedAt when the signer last proved who they are, UTC; null where the policy
     *     asks for no fresh login
     */
    public record Signature(
            String gate,
            String meaning,
            String name,
            String title,
            Instant signedAt,
            @Nullable Instant authenticatedAt) {}

    /**
     * @param by printed name
     * @param at UTC
     */
    public record Release(String by, String title, Instant at) {}

    /**
     * @param number of the entry, from 1
     * @param hash 64 hex digits
     */
    public record AuditHead(long number, String hash) {}
}
