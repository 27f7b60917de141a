package app.candor.prosemirror;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What attributes may hold beyond their type: addresses that run nothing, numbers a page can draw.
 */
final class AttributeRules {
    /** Longest string and array in an attribute. */
    private static final int LONGEST = 8_192;

    /** Longest address of a link, as in the editor. */
    private static final int LONGEST_LINK = 2_048;

    /**
     * The scheme comes first and in one piece, so what follows cannot change what a click does;
     * line breaks come with addresses copied from mail.
     */
    private static final Pattern LINK =
            Pattern.compile(
                    "(?is)(?:https?|mailto):[^\\s\\p{Cntrl}](?:[^\\p{Cntrl}]|[\\t\\r\\n])*");

    private static final Pattern IMAGE =
            Pattern.compile("(?i:https://)[^\\s\\p{Cntrl}]+|/attachments/[A-Za-z0-9/_.%-]+");

    private AttributeRules() {}

    static void check(String name, @Nullable Object value) {
        switch (name) {
            case "href" -> require(value instanceof String s && isLink(s), "address of a link");
            case "src" -> require(value instanceof String s && isImage(s), "address of an image");
            case "level" -> require(whole(value, 1, 6), "level of a heading");
            case "order" -> require(whole(value, 0, 1_000_000), "start of a list");
            // 0 comes about while the editor repairs a table
            case "colspan", "rowspan" -> require(whole(value, 0, 1_000), "span of a cell");
            case "width", "height" ->
                    require(value == null || whole(value, 1, 20_000), "size of an image");
            case "colwidth" -> require(widths(value), "width of a column");
            default -> {}
        }
    }

    static void checkText(String text) {
        require(text.length() <= LONGEST, "length of an attribute");
        require(!JsonText.hasLoneSurrogate(text), "half character in an attribute");
    }

    static boolean isLink(String address) {
        return address.length() <= LONGEST_LINK && LINK.matcher(address).matches();
    }

    static boolean isImage(String address) {
        return IMAGE.matcher(address).matches() && !address.contains("..");
    }

    private static boolean widths(@Nullable Object value) {
        return value == null
                || value instanceof List<?> list
                        && list.size() <= 1_000
                        && list.stream().allMatch(width -> whole(width, 0, 100_000));
    }

    private static boolean whole(@Nullable Object value, long least, long most) {
        return value instanceof Long number && number >= least && number <= most;
    }

    private static void require(boolean kept, String what) {
        if (!kept) {
            throw new InvalidDocument("Not allowed: " + what);
        }
    }
}
