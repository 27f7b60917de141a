package app.candor.faq;

import java.time.Instant;

/**
 * Somebody took an answer to give it to a customer.
 *
 * @param id chosen by the page, so that a copy sent twice is recorded once
 * @param customer as typed; {@code unknown} when left empty, so that those can be counted
 * @param ticket as typed; may be empty
 */
public record Copy(
        String id,
        String entry,
        int version,
        String person,
        String customer,
        String ticket,
        Instant at) {}
