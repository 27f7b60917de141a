package app.candor.faq;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What differs from copy to copy of one answer; whatever is not known is put so that the sentence
 * still reads.
 *
 * @param customer blank for unknown
 * @param ticket blank for none
 * @param on the day of the copy in UTC; null where nothing is copied
 */
record Placeholders(String customer, String ticket, @Nullable LocalDate on) {
    /** For reading and comparing. */
    static final Placeholders OPEN = new Placeholders("", "", null);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** The words in place of a merge field. */
    String of(app.candor.comms.MergeField field) {
        return switch (field) {
            case CONTACT_NAME, ACCOUNT_NAME ->
                    customer.isBlank() ? "your account" : customer.strip();
            case TICKET -> ticket.isBlank() ? "your ticket" : ticket.strip();
            case DATE -> on == null ? "today" : DAY.format(on);
        };
    }
}
