package app.candor.uikit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the portal writes times: UTC, digits, relative only beside absolute. */
public final class Times {
    private static final DateTimeFormatter BARE = of("HH:mm");
    private static final DateTimeFormatter TIME = of("HH:mm 'UTC'");
    private static final DateTimeFormatter DATE = of("d MMMM yyyy");
    private static final DateTimeFormatter DATE_TIME = of("d MMMM yyyy, HH:mm 'UTC'");
    private static final DateTimeFormatter SHORT = of("d MMM, HH:mm 'UTC'");
    private static final DateTimeFormatter WEEKDAY = of("EEEE d MMMM");

    private Times() {}

    /** {@code 10:56}, where the zone is named once for a whole list. */
    public static String bare(Instant at) {
        return BARE.format(at);
    }

    /** {@code 10:56 UTC}. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** {@code 18 November 2026}. */
    public static String date(Instant at) {
        return DATE.format(at);
    }

    /** {@code 18 November 2026, 10:56 UTC}. */
    public static String dateTime(Instant at) {
        return DATE_TIME.format(at);
    }

    /** {@code Wednesday 18 November}. */
    public static String weekday(Instant at) {
        return WEEKDAY.format(at);
    }

    /** {@code 10:56 UTC} on the day of {@code now}, {@code 17 Nov, 10:56 UTC} on any other. */
    public static String near(Instant at, Instant now) {
        return day(at).equals(day(now)) ? time(at) : SHORT.format(at);
    }

    /** {@code 17 min ago}, {@code in 8 min} or {@code just now}; put an absolute time beside it. */
    public static String relative(Instant at, Instant now) {
        var gap = Duration.between(at, now);
        if (gap.abs().toSeconds() < 60) {
            return "just now";
        }
        return gap.isNegative() ? "in " + span(gap.negated()) : span(gap) + " ago";
    }

    /** What a clock says: {@code 8 min}, {@code 9 min late}. A begun minute counts as whole. */
    public static String left(Instant due, Instant now) {
        var left = Duration.between(now, due);
        return left.isNegative()
                ? span(left.negated()) + " late"
                : span(left.plusSeconds(59).truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
    }

    /** {@code 45 s}, {@code 36 min}, {@code 1 h 36 min}, {@code 3 d 4 h}. */
    public static String span(Duration length) {
        var seconds = length.toSeconds();
        if (seconds > 0 && seconds < 60) {
            return seconds + " s";
        }
        if (length.toHours() < 1) {
            return length.toMinutes() + " min";
        }
        if (length.toDays() < 2) {
            return two(length.toHours(), "h", length.toMinutesPart(), "min");
        }
        return two(length.toDays(), "d", length.toHoursPart(), "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        var first = large + " " + largeUnit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }

    private static java.time.LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static DateTimeFormatter of(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(ZoneOffset.UTC);
    }
}
