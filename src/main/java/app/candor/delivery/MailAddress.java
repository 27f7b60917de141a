package app.candor.delivery;

import app.candor.access.Refused;

/**
 * A mailbox with the name that people see.
 *
 * @param name may be empty; line breaks and other control characters become spaces
 * @param address {@code local@domain}, without angle brackets, spaces or line breaks
 */
public record MailAddress(String name, String address) {
    /**
     * @throws Refused if the address is none
     */
    public MailAddress {
        name = OneLine.of(name);
        if (!address.matches(
                "[^\\s<>,;:\"()\\[\\]\\\\\\p{Cntrl}@]{1,64}@[^\\s<>,;\"()\\\\\\p{Cntrl}@]{1,255}")) {
            throw new Refused("“" + OneLine.of(address) + "” is not an e-mail address.");
        }
    }

    /** {@code Ines Okafor <ines@example.com>}, for people to read. */
    public String display() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
