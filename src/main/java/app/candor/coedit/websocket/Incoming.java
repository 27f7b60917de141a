package app.candor.coedit.websocket;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Puts the parts of a message together.
 *
 * <p>Of one that is too large only both ends are kept, enough to tell the tab which push it was.
 */
final class Incoming {
    private static final Pattern CLIENT_SEQ = Pattern.compile("\"clientSeq\"\\s*:\\s*(\\d{1,15})");
    private static final int END = 500;

    private final int longest;
    private final StringBuilder parts = new StringBuilder();
    private boolean tooLarge;

    /**
     * @param longest characters a message may have
     */
    Incoming(int longest) {
        this.longest = longest;
    }

    void add(String part) {
        parts.append(part);
        if (parts.length() > longest) {
            tooLarge = true;
            parts.delete(END, parts.length() - END);
        }
    }

    boolean tooLarge() {
        return tooLarge;
    }

    /** The number of a push that is too large, as far as it can be told. */
    OptionalLong clientSeq() {
        var found = CLIENT_SEQ.matcher(parts);
        return found.find()
                ? OptionalLong.of(Long.parseLong(found.group(1)))
                : OptionalLong.empty();
    }

    /** The whole message; the next one starts empty. */
    String take() {
        var message = parts.toString();
        parts.setLength(0);
        tooLarge = false;
        return message;
    }
}
