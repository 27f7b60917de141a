package app.candor.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of an account list, in the order in which a template has them. */
enum AccountColumn {
    ACCOUNT("account"),
    NAME("name"),
    TIER("tier"),
    CSM("csm"),
    CONTACT_NAME("contact name"),
    CONTACT_EMAIL("contact email"),
    INTEGRATION("integration"),
    NOTICE_HOURS("contract notice hours"),
    AFFECTED("affected");

    private final String title;

    AccountColumn(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** By its title in any case; {@code contact_email} and {@code Contact e-mail} will do. */
    static Optional<AccountColumn> of(String header) {
        var plain = plain(header);
        return Arrays.stream(values())
                .filter(column -> plain(column.title).equals(plain))
                .findFirst();
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replace("yesno", "");
    }
}
