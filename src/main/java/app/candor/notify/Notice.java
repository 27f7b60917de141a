package app.candor.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line in somebody's inbox.
 *
 * @param id event id and recipient, so that a repeat tells nobody twice
 * @param recipient person id
 * @param title what happened or is asked, one sentence without a full stop
 * @param link a path in the portal
 * @param readAt null while unread
 * @param urgency null in those of before there was a difference
 */
public record Notice(
        String id,
        String recipient,
        String title,
        String link,
        Instant at,
        @Nullable Instant readAt,
        @Nullable Urgency urgency) {}
