package app.candor.coedit.authority;

import app.candor.prosemirror.Json;

/**
 * A tab that has a text open, and whose it is.
 *
 * @param clientId the tab's random id
 * @param color one of the design's person colours, {@code p1} to {@code p6}
 */
public record Participant(String clientId, String userId, String name, String color) {
    private static final int COLORS = 6;

    public static Participant of(String clientId, String userId, String name) {
        return new Participant(
                clientId, userId, name, "p" + (Math.floorMod(userId.hashCode(), COLORS) + 1));
    }

    /** The fields others see, without braces. */
    String fields() {
        return "\"clientId\":" + Json.print(clientId) + "," + person();
    }

    /** The protocol's {@code you}. */
    public String you() {
        return "{" + person() + "}";
    }

    private String person() {
        return "\"userId\":"
                + Json.print(userId)
                + ",\"name\":"
                + Json.print(name)
                + ",\"color\":\""
                + color
                + "\"";
    }
}
