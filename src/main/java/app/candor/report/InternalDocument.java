package app.candor.report;

import java.time.Instant;

/**
 * A text of the team, for people inside: no page of it may be taken for a message to customers.
 *
 * @param title as the team called it
 * @param incident {@code INC-K7Q4, Orders arrive late}
 * @param closed whether only members of the incident may read it
 * @param bodyHtml anything but plain formatting is dropped
 * @param asOf UTC
 * @param by name of who made the file
 */
public record InternalDocument(
        String title, String incident, boolean closed, String bodyHtml, Instant asOf, String by) {}
