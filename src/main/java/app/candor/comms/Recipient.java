package app.candor.comms;

import java.util.Comparator;

/**
 * One reader of a revision, with the values its merge fields take.
 *
 * @param account id of the account; empty for a colleague
 * @param name of the account, or of the colleague
 * @param contact the person greeted
 * @param email where it goes
 */
public record Recipient(String account, String name, String contact, String email)
        implements Comparable<Recipient> {
    private static final Comparator<Recipient> ORDER =
            Comparator.comparing(Recipient::account)
                    .thenComparing(Recipient::email)
                    .thenComparing(Recipient::contact)
                    .thenComparing(Recipient::name);

    @Override
    public int compareTo(Recipient other) {
        return ORDER.compare(this, other);
    }
}
