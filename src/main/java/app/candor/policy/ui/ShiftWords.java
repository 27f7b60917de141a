package app.candor.policy.ui;

import app.candor.policy.RosterPolicy.Shift;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How the hours of a shift are written. */
final class ShiftWords {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private ShiftWords() {}

    /** {@code Mon to Fri, 08:00 to 18:00, Europe/Berlin}. */
    static String hours(Shift shift) {
        return "%s, %s to %s%s, %s"
                .formatted(
                        days(shift.days()),
                        shift.from(),
                        shift.to(),
                        shift.to().isAfter(shift.from()) ? "" : " the next day",
                        shift.zone().getId().replace('_', ' '));
    }

    /** {@code Every day}, {@code Mon to Fri}, {@code Weekends} or {@code Mon, Wed}. */
    static String days(Set<DayOfWeek> days) {
        if (days.size() == 7) {
            return "Every day";
        }
        if (days.equals(WEEKEND)) {
            return "Weekends";
        }
        var sorted = List.copyOf(EnumSet.copyOf(days));
        var last = sorted.getLast().getValue();
        var first = sorted.getFirst().getValue();
        if (sorted.size() > 2 && last - first + 1 == sorted.size()) {
            return name(sorted.getFirst()) + " to " + name(sorted.getLast());
        }
        var names = new ArrayList<String>();
        sorted.forEach(day -> names.add(name(day)));
        return String.join(", ", names);
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
