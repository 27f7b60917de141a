package app.candor.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are printed; templates reach it as {@code print}. */
final class Print {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /** {@code 18 November 2026, 10:56:03 UTC}; a dash for none. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "–" : MOMENT.format(instant);
    }

    /** Hex digits in groups of eight, to compare by eye. */
    public String groups(String hex) {
        return hex.replaceAll("(.{8})(?=.)", "$1 ");
    }
}
