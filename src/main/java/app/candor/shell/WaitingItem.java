package app.candor.shell;

import app.candor.uikit.Glyph;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the reader.
 *
 * @param title what it is about
 * @param detail the quiet line: where, since when, how far; empty for none
 * @param action what the button says, a verb first
 * @param link where it is done, a path in the portal
 * @param due UTC; null for no time
 */
public record WaitingItem(
        Glyph glyph,
        String title,
        String detail,
        String action,
        String link,
        @Nullable Instant due) {}
