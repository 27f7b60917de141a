package app.candor.incident;

import app.candor.incident.AccountImport.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads an account list: all of it, or the reasons why none of it. */
final class AccountFile {
    /** Rows without the header. */
    static final int MOST_ROWS = 100_000;

    /** Of the file as uploaded. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int PROBLEMS_SHOWN = 100;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Boolean> affected = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private int count;

    /**
     * What a file says.
     *
     * @param accounts by account id, in the order of the file
     * @param affected whether the incident hits each of them
     */
    record Content(
            Map<String, Account> accounts, Map<String, Boolean> affected, List<String> ignored) {}

    /** Either the content or the reasons. */
    sealed interface Read {
        record Good(Content content) implements Read {}

        record Bad(AccountImport.Rejected why) implements Read {}
    }

    private AccountFile() {}

    static Read read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return refused(
                    "The file has "
                            + bytes.length / 1024 / 1024
                            + " MB. At most "
                            + MOST_BYTES / 1024 / 1024
                            + " MB can be imported at once.");
        }
        return new AccountFile().readText(FileText.of(bytes));
    }

    private Read readText(String text) {
        if (text.isBlank()) {
            return refused("The file is empty.");
        }
        var format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter(text))
                        .setIgnoreEmptyLines(true)
                        .setIgnoreSurroundingSpaces(true)
                        .get();
        try (var parser = format.parse(new StringReader(text))) {
            var rows = parser.iterator();
            var columns = columns(rows.next());
            if (columns.isEmpty()) {
                return rejected();
            }
            for (var row = 0; rows.hasNext(); row++) {
                if (row == MOST_ROWS) {
                    return refused(
                            "The file has more than %,d rows, the most that can be imported at once."
                                    .formatted(MOST_ROWS));
                }
                take(rows.next(), parser.getCurrentLineNumber(), columns);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException notCsv) {
            return refused(
                    "This is no CSV file: a quotation mark is not closed or stands in the middle of"
                            + " a value.");
        }
        if (count == 0 && accounts.isEmpty()) {
            return refused("The file has a header and no rows.");
        }
        return count > 0 ? rejected() : new Read.Good(new Content(accounts, affected, ignored));
    }

    /** Where each column stands; empty if some are missing or named twice. */
    private Map<AccountColumn, Integer> columns(CSVRecord header) {
        var found = new EnumMap<AccountColumn, Integer>(AccountColumn.class);
        for (var at = 0; at < header.size(); at++) {
            var title = header.get(at).strip();
            var column = AccountColumn.of(title);
            if (column.isEmpty()) {
                ignored.add(title);
            } else if (found.put(column.get(), at) != null) {
                problem(1, title, "The column is there twice.");
            }
        }
        for (var column : AccountColumn.values()) {
            if (!found.containsKey(column)) {
                problem(1, column.title(), "The column is missing.");
            }
        }
        return count > 0 ? Map.of() : found;
    }

    private void take(CSVRecord row, long line, Map<AccountColumn, Integer> columns) {
        var width = columns.size() + ignored.size();
        if (row.size() != width) {
            problem(line, "", "The row has " + row.size() + " values, the header " + width + ".");
            return;
        }
        var values = new EnumMap<AccountColumn, String>(AccountColumn.class);
        columns.forEach((column, at) -> values.put(column, row.get(at).strip()));
        var found = AccountRow.check(values);
        found.problems().forEach((column, reason) -> problem(line, column.title(), reason));
        var account = found.account();
        if (account == null) {
            return;
        }
        var earlier = lines.putIfAbsent(account.id(), line);
        if (earlier != null) {
            problem(
                    line,
                    AccountColumn.ACCOUNT.title(),
                    "“" + account.id() + "” is on line " + earlier + " already.");
            return;
        }
        accounts.put(account.id(), account);
        affected.put(account.id(), found.affected());
    }

    private void problem(long line, String column, String reason) {
        count++;
        if (problems.size() < PROBLEMS_SHOWN) {
            problems.add(new Problem(line, column, reason));
        }
    }

    private Read rejected() {
        return new Read.Bad(new AccountImport.Rejected(List.copyOf(problems), count));
    }

    private static Read refused(String reason) {
        return new Read.Bad(new AccountImport.Rejected(List.of(new Problem(0, "", reason)), 1));
    }

    /** Whichever the first line has more of. */
    private static char delimiter(String text) {
        var counts =
                text.lines()
                        .findFirst()
                        .orElse("")
                        .chars()
                        .filter(sign -> sign == ';' || sign == ',')
                        .boxed()
                        .collect(Collectors.groupingBy(sign -> sign, Collectors.counting()));
        return counts.getOrDefault((int) ';', 0L) > counts.getOrDefault((int) ',', 0L) ? ';' : ',';
    }
}
