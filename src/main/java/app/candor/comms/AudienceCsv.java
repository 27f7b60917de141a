package app.candor.comms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The recipients as RFC 4180: CRLF, quotes doubled. What a spreadsheet would take for a formula
 * gets a leading apostrophe.
 */
final class AudienceCsv {
    private static final String FORMULA = "=+-@\t\r";

    private AudienceCsv() {}

    static byte[] of(ResolvedAudience audience) {
        var header = Stream.of(line(List.of("account", "name", "contact", "email")));
        var rows =
                audience.recipients().stream()
                        .map(to ->
                                line(List.of(to.account(), to.name(), to.contact(), to.email())));
        return Stream.concat(header, rows)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(AudienceCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        var safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
