package app.candor.delivery.ui;

import app.candor.delivery.Delivery;
import app.candor.delivery.DeliveryState.Failed;
import app.candor.delivery.DeliveryState.Kept;
import app.candor.delivery.DeliveryState.Paused;
import app.candor.delivery.DeliveryState.Queued;
import app.candor.delivery.DeliveryState.Retrying;
import app.candor.delivery.DeliveryState.Sending;
import app.candor.delivery.DeliveryState.Sent;
import app.candor.uikit.Badge;
import app.candor.uikit.Glyph;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import java.time.Instant;

/** Where a delivery stands, as a badge and in words. */
final class StateWords {
    private StateWords() {}

    static Badge badge(Delivery delivery) {
        return switch (delivery.state()) {
            case Queued _ -> new Badge(Tone.PLAIN, Glyph.CLOCK, "Queued");
            case Sending _ -> new Badge(Tone.INFO, Glyph.SEND, "Sending");
            case Sent _ -> new Badge(Tone.OK, Glyph.CHECK, "Sent");
            case Retrying _ -> new Badge(Tone.WARN, Glyph.REFRESH, "Retrying");
            case Failed _ -> new Badge(Tone.BAD, Glyph.WARNING, "Failed");
            case Kept _ -> new Badge(Tone.OUTLINE, Glyph.DOWNLOAD, "Kept");
            case Paused _ -> new Badge(Tone.OUTLINE, Glyph.DASH, "Paused");
        };
    }

    /** {@code attempt 2 of 8, next at 10:58 UTC}. */
    static String detail(Delivery delivery, Instant now) {
        var made = delivery.attempts().size();
        return switch (delivery.state()) {
            case Queued _ -> "waits for attempt " + of(made + 1, delivery);
            case Sending _ -> "attempt " + of(made, delivery);
            case Sent(var at) -> "accepted by the mail server at " + Times.near(at, now);
            case Retrying(var due) ->
                    "attempt " + of(made + 1, delivery) + ", next at " + Times.near(due, now);
            case Failed(var at) -> "given up after " + count(made) + " at " + Times.near(at, now);
            case Kept _ -> "no mail server is configured; download it to send it";
            case Paused(var at) -> "paused at " + Times.near(at, now);
        };
    }

    private static String of(int attempt, Delivery delivery) {
        return attempt + " of " + Math.max(attempt, delivery.allowed());
    }

    private static String count(int attempts) {
        return attempts == 1 ? "1 attempt" : attempts + " attempts";
    }
}
