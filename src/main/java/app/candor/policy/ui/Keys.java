package app.candor.policy.ui;

import java.text.Normalizer;
import java.util.Locale;

/** Names that policies keep for what people have named once. */
final class Keys {
    private Keys() {}

    /** {@code order-sync} of “Order sync”; empty where no letter or digit is in the words. */
    static String of(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
