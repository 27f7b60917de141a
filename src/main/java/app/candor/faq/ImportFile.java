package app.candor.faq;

import app.candor.access.Refused;
import app.candor.faq.ImportReport.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of questions: CSV with a header, or a JSON array. */
final class ImportFile {
    static final int MOST_ROWS = 500;
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int PROBLEMS_SHOWN = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<ImportRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> questions = new HashSet<>();
    private int count;

    /** One object of a JSON file; what is missing counts as empty. */
    private record JsonRow(
            @Nullable String question,
            @Nullable String answer,
            @Nullable List<String> wordings,
            @Nullable List<String> products,
            @Nullable String incident,
            @Nullable String doNotSay) {}

    private ImportFile() {}

    /**
     * All rows, in order.
     *
     * @throws ImportRefused with the reasons, row by row, if any row cannot be taken
     */
    static List<ImportRow> read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new ImportRefused(
                    "The file has more than 32 MB, the most that is imported at once.");
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        var file = new ImportFile();
        if (text.stripLeading().startsWith("[")) {
            file.readJson(text);
        } else {
            file.readCsv(text);
        }
        if (file.count > MOST_ROWS) {
            throw new ImportRefused(
                    "The file has more than %,d rows, the most that are imported at once."
                            .formatted(MOST_ROWS));
        }
        if (file.count == 0) {
            throw new ImportRefused("The file has no rows.");
        }
        if (!file.problems.isEmpty()) {
            throw new ImportRefused(file.problems);
        }
        return file.rows;
    }

    private void readCsv(String text) {
        var format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .setIgnoreHeaderCase(true)
                        .setTrim(true)
                        .get();
        try (var records = format.parse(new StringReader(text))) {
            for (var needed : List.of("question", "answer")) {
                if (records.getHeaderNames().stream().noneMatch(needed::equalsIgnoreCase)) {
                    throw new ImportRefused("The file has no column “" + needed + "”.");
                }
            }
            for (var record : records) {
                if (++count > MOST_ROWS) {
                    return;
                }
                take(() ->
                        new ImportRow(
                                cell(record, "question"),
                                cell(record, "answer"),
                                several(cell(record, "wordings")),
                                Set.copyOf(new HashSet<>(several(cell(record, "products")))),
                                cell(record, "incident"),
                                cell(record, "do not say")));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
            throw new ImportRefused(
                    "Row %d cannot be read as CSV: a quote may be missing.".formatted(count + 1));
        }
    }

    private void readJson(String text) {
        try (var values = JSON.readerFor(JsonRow.class).<JsonRow>readValues(text)) {
            while (values.hasNextValue()) {
                var row = values.nextValue();
                if (++count > MOST_ROWS) {
                    return;
                }
                take(() ->
                        new ImportRow(
                                said(row.question()),
                                said(row.answer()),
                                row.wordings() == null ? List.of() : row.wordings(),
                                row.products() == null
                                        ? Set.of()
                                        : Set.copyOf(new HashSet<>(row.products())),
                                said(row.incident()),
                                said(row.doNotSay())));
            }
        } catch (JacksonException | NullPointerException broken) {
            throw new ImportRefused(
                    "Row %d cannot be read as JSON: an array of objects is needed."
                            .formatted(count + 1));
        }
    }

    private interface Row {
        ImportRow read();
    }

    private void take(Row row) {
        try {
            var read = row.read();
            if (!questions.add(read.question().toLowerCase(Locale.ROOT) + "\n" + read.incident())) {
                throw new Refused("The question stands in the file twice.");
            }
            var labels = new EntryLabels("", read.products());
            rows.add(
                    new ImportRow(
                            read.question(),
                            read.answer(),
                            read.wordings(),
                            labels.products(),
                            read.incident(),
                            read.doNotSay()));
        } catch (Refused why) {
            if (problems.size() < PROBLEMS_SHOWN) {
                problems.add(new Problem(count, why.getMessage()));
            }
        }
    }

    private static String cell(CSVRecord record, String column) {
        return record.isMapped(column) && record.isSet(column) ? record.get(column) : "";
    }

    private static List<String> several(String cell) {
        return Arrays.stream(cell.split("[;\\n]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }
}
