package app.candor.faq;

import java.time.Instant;

/**
 * Somebody took an answer to give it to a customer.
 *
 * @param id chosen by the page, so that a copy sent twice is recorded once
 * @param customer as typed; {@code unknown} when left empty, so that those can be counted
 * @param ticket as typed; may be empty
 * @param refused whether the answer changed in that moment, so that no words were handed out
 */
public record Copy(
        String id,
        String entry,
        int version,
        String person,
        String customer,
        String ticket,
        Instant at,
        boolean refused) {

    Copy notHandedOut() {
        return new Copy(id, entry, version, person, customer, ticket, at, true);
    }

    /** Whether it says the same as the other, whenever each was sent. */
    boolean repeats(Copy other) {
        return entry.equals(other.entry())
                && version == other.version()
                && person.equals(other.person())
                && customer.equals(other.customer())
                && ticket.equals(other.ticket());
    }
}
