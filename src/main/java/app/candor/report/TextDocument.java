package app.candor.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text as a document to hand out: a technical explanation.
 *
 * @param title as the reader sees it
 * @param kind {@code Technical explanation}
 * @param incidentKey {@code INC-K7Q4}; null to leave it out
 * @param revision from 1; 0 for a text that was not submitted yet
 * @param sha256 hash of the revision, 64 hex digits; null for none
 * @param signed whether all gates are signed; every page says so where they are not
 * @param bodyHtml anything but plain formatting is dropped
 * @param asOf UTC
 */
public record TextDocument(
        String title,
        String kind,
        @Nullable String incidentKey,
        int revision,
        @Nullable String sha256,
        boolean signed,
        String bodyHtml,
        Instant asOf) {}
