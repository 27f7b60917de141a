package app.candor.incident;

import java.util.List;
import java.util.function.UnaryOperator;

/** A timeline as CSV (RFC 4180), safe to open in a spreadsheet. */
public final class TimelineCsv {
    private TimelineCsv() {}

    /**
     * @param names full name for a person id
     */
    public static String of(List<TimelineEntry> entries, UnaryOperator<String> names) {
        var csv = new StringBuilder("time (UTC),who,what,made by,changed\r\n");
        for (var entry : entries) {
            csv.append(entry.at())
                    .append(',')
                    .append(cell(names.apply(entry.actor())))
                    .append(',')
                    .append(cell(entry.what()))
                    .append(',')
                    .append(entry.bySystem() ? "Candor" : "a person")
                    .append(',')
                    .append(entry.earlier().isEmpty() ? "" : entry.earlier().size() + " times")
                    .append("\r\n");
        }
        return csv.toString();
    }

    /** A quote in front keeps a spreadsheet from calculating what people wrote. */
    private static String cell(String words) {
        var safe =
                !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
