package app.candor.voice;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the company calls things.
 *
 * @param addresses e-mail addresses and phone numbers that are no person's and may be published
 * @param allow words that no rule of tone or jargon minds, such as names of products
 * @param avoid words that no text to customers uses
 * @param instead a word and what to say instead
 * @param components parts of the product as customers know them; compared with the ledger
 * @param regions as customers know them; compared with the ledger
 */
public record CompanyWords(
        List<String> addresses,
        List<String> allow,
        List<String> avoid,
        Map<String, String> instead,
        List<String> components,
        List<String> regions) {

    public CompanyWords {
        addresses = addresses == null ? List.of() : List.copyOf(addresses);
        allow = allow == null ? List.of() : List.copyOf(allow);
        avoid = avoid == null ? List.of() : List.copyOf(avoid);
        instead = instead == null ? Map.of() : Map.copyOf(instead);
        components = components == null ? List.of() : List.copyOf(components);
        regions = regions == null ? List.of() : List.copyOf(regions);
    }

    static CompanyWords none() {
        return new CompanyWords(List.of(), List.of(), List.of(), Map.of(), List.of(), List.of());
    }

    /** Whether the address or number is published by the company. */
    boolean isOwn(String address) {
        var given = plain(address);
        return addresses.stream().anyMatch(own -> plain(own).equals(given));
    }

    private static String plain(String address) {
        return address.toLowerCase(Locale.ROOT).replaceAll("[\\s()-]", "");
    }
}
