package app.candor.coedit.websocket;

import app.candor.prosemirror.InvalidDocument;
import app.candor.prosemirror.Json;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a tab may say. */
sealed interface Message {

    /**
     * @param seq the version the tab has a copy of, −1 for none
     */
    record Hello(String clientId, long seq, String schemaHash) implements Message {}

    /**
     * @param steps as JSON values, not looked at yet
     */
    record Push(String clientId, long clientSeq, long baseSeq, @Nullable Object steps)
            implements Message {}

    record Caret(int anchor, int head, long seq) implements Message {}

    record NoCaret() implements Message {}

    /**
     * @throws InvalidDocument if it is none of the protocol's messages
     */
    static Message parse(String text) {
        if (!(Json.parse(text) instanceof Map<?, ?> fields)) {
            throw new InvalidDocument("A message is an object");
        }
        return switch (fields.get("type") instanceof String type ? type : "") {
            case "hello" ->
                    new Hello(
                            clientId(fields),
                            number(fields, "seq"),
                            fields.get("schemaHash") instanceof String hash ? hash : "");
            case "push" ->
                    new Push(
                            clientId(fields),
                            positive(fields, "clientSeq"),
                            number(fields, "baseSeq"),
                            fields.get("steps"));
            case "presence" -> caret(fields);
            default -> throw new InvalidDocument("No message of the protocol");
        };
    }

    private static Message caret(Map<?, ?> fields) {
        if (fields.get("anchor") == null) {
            return new NoCaret();
        }
        return new Caret(
                position(fields, "anchor"), position(fields, "head"), number(fields, "seq"));
    }

    private static String clientId(Map<?, ?> fields) {
        if (fields.get("clientId") instanceof String id && Format.CLIENT_ID.matcher(id).matches()) {
            return id;
        }
        throw new InvalidDocument("A client id has 1 to 64 letters, digits, - and _");
    }

    private static long number(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw new InvalidDocument(name + " is a whole number");
    }

    private static long positive(Map<?, ?> fields, String name) {
        long number = number(fields, name);
        if (number < 1) {
            throw new InvalidDocument(name + " counts from 1");
        }
        return number;
    }

    private static int position(Map<?, ?> fields, String name) {
        long number = number(fields, name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new InvalidDocument(name + " is a position");
        }
        return (int) number;
    }

    /** How an id looks. */
    final class Format {
        /** Ids the server gives itself start with {@code server-}. */
        private static final Pattern CLIENT_ID = Pattern.compile("(?!server-)[\\w-]{1,64}");

        private Format() {}
    }
}
