package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.faq.ImportReport.Problem;
import app.candor.incident.Incidents;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * The desk where questions come in as files and go out as files. What comes in is a draft: it
 * passes the gates like any other before anybody can copy it.
 */
@Service
public class Exchange {
    /** Of the file as uploaded. */
    public static final int MOST_BYTES = ImportFile.MOST_BYTES;

    private static final int ID_LENGTH = 12;
    private static final String FORMULA = "=+-@\t\r";
    private static final List<String> COLUMNS =
            List.of(
                    "question",
                    "answer",
                    "wordings",
                    "products",
                    "incident",
                    "do not say",
                    "state",
                    "version",
                    "approved at",
                    "audience");

    private final Library library;
    private final Beginnings beginnings;
    private final Labels labels;
    private final Incidents incidents;
    private final Access access;
    private final People people;
    private final Clock clock;
    private final JsonMapper json;

    Exchange(
            Library library,
            Beginnings beginnings,
            Labels labels,
            Incidents incidents,
            Access access,
            People people,
            Clock clock,
            JsonMapper json) {
        this.library = library;
        this.beginnings = beginnings;
        this.labels = labels;
        this.incidents = incidents;
        this.access = access;
        this.people = people;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Takes every row of a file, or none. A row that was taken before is recognised by its words,
     * so the same file again adds nothing, and one that a crash cut off is completed.
     *
     * @param bytes UTF-8; CSV with a header, or a JSON array; at most 500 rows and 32 MB
     * @throws Refused for who may not draft
     */
    public ImportReport importFile(byte[] bytes) {
        access.require(Act.DRAFT, Guarded.open());
        try {
            var rows = ImportFile.read(bytes);
            return take(rows, incidentIds(rows));
        } catch (ImportRefused refused) {
            return new ImportReport(0, 0, refused.problems());
        }
    }

    private ImportReport take(List<ImportRow> rows, Map<String, String> incidentIds) {
        var added = 0;
        for (var row : rows) {
            var id = idOf(row);
            if (library.find(id).isEmpty()) {
                added++;
            }
            beginnings.addImported(id, row, incidentIds.get(row.incident()));
            if (!row.products().isEmpty() && !labels.products(id).equals(row.products())) {
                labels.sort(id, row.products());
            }
        }
        return new ImportReport(added, rows.size() - added, List.of());
    }

    /** Ids of the incidents that the rows name, by key. */
    private Map<String, String> incidentIds(List<ImportRow> rows) {
        var ids = new HashMap<String, String>();
        var problems = new ArrayList<Problem>();
        for (var i = 0; i < rows.size(); i++) {
            var key = rows.get(i).incident();
            if (key.isEmpty() || ids.containsKey(key)) {
                continue;
            }
            try {
                var incident = incidents.byKey(key);
                access.require(Act.DRAFT, incident.guarded());
                ids.put(key, incident.id());
            } catch (NotFound none) {
                problems.add(new Problem(i + 1, "There is no incident “" + key + "”."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ImportRefused(problems);
        }
        return ids;
    }

    /** What the reader may see, as CSV that a spreadsheet takes for words only (RFC 4180). */
    public byte[] csv() {
        var lines = new StringBuilder(line(COLUMNS));
        for (var row : rows()) {
            lines.append(line(COLUMNS.stream().map(column -> flat(row.get(column))).toList()));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #csv}. */
    public byte[] json() {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(rows());
    }

    private List<Map<String, Object>> rows() {
        var reader = people.current();
        var products = labels.all();
        var rows = new ArrayList<Map<String, Object>>();
        library.forEach(entry ->
                library.seenBy(reader, entry)
                        .ifPresent(seen ->
                                rows.add(
                                        row(
                                                seen,
                                                List.copyOf(
                                                        products.getOrDefault(
                                                                seen.id(), java.util.Set.of()))))));
        return rows;
    }

    private Map<String, Object> row(Entry seen, List<String> products) {
        var answer = seen.answer();
        var row = new LinkedHashMap<String, Object>();
        row.put("question", seen.question());
        row.put("answer", answer == null ? "" : answer.plain());
        row.put("wordings", seen.wordings());
        row.put("products", products);
        row.put("incident", key(seen.incident()));
        row.put("do not say", seen.doNotSay());
        row.put("state", state(seen));
        row.put("version", answer == null ? "" : Integer.toString(answer.version()));
        row.put("approved at", answer == null ? "" : answer.approvedAt().toString());
        row.put("audience", answer == null ? "" : answer.audience().label());
        return row;
    }

    private String key(@Nullable String incident) {
        return incident == null ? "" : incidents.get(incident).key();
    }

    private String state(Entry seen) {
        if (seen.answer() == null) {
            return "not answered";
        }
        return seen.isUsable(clock.instant()) ? "approved" : "do not use";
    }

    private static String flat(@Nullable Object value) {
        return value instanceof List<?> several
                ? String.join("; ", several.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(Exchange::cell).toList()) + "\r\n";
    }

    private static String cell(String value) {
        var safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** The same words always have the same id. */
    private static String idOf(ImportRow row) {
        try {
            var words = row.question() + "\n" + row.incident() + "\n" + row.answer();
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(words.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(hash)
                    .substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
