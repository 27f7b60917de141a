package app.candor.incident;

import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the internal incident document looks like before anybody has written in it: its required
 * sections, each with one line that says what belongs there.
 */
final class DocumentSkeleton {
    private final List<Map<String, Object>> blocks = new ArrayList<>();

    private DocumentSkeleton() {}

    static Node of(String title) {
        return new DocumentSkeleton().written(title);
    }

    private Node written(String title) {
        callout(
                "Write what you know, with the time in UTC and where you saw it. Mark a guess as a"
                        + " guess. A newcomer should understand the first screen in a minute.");
        section("Summary in three lines", "What customers notice: " + title);
        text("Where we are with it: ");
        text("What happens next, and when: ");
        section("Status, severity, commander", "Why this severity, and what would change it: ");
        table("Known", "Unknown", "Ruled out");
        customerImpact();
        section(
                "Pertinent negatives",
                "What one could fear but does not happen, each with evidence, name and time: ");
        section(
                "Timeline",
                "When it really started, when we noticed, what we tried. The record page keeps the"
                        + " portal's own entries.");
        heading("Done, doing, next");
        tasks("Name who leads the investigation", "Confirm start and scope in the facts ledger");
        section("Decisions", "What was decided, by whom, and what spoke against it: ");
        section("Tickets", "Customer tickets and where they stand: ");
        section("Communications log", "What was said to whom, when, and by which channel: ");
        section("People", "Who is in, for what, and how to reach them: ");
        section("Root cause", "Not known yet. Leave it open until engineering confirms it.");
        section("Learnings", "What surprised us: ");
        section("Actions", "What we change, who does it, by when: ");
        return Node.fromJson(Schema.candor(), Map.of("type", "doc", "content", blocks));
    }

    private void customerImpact() {
        heading("Customer impact");
        blocks.add(
                paragraph(
                        words("Affected: "),
                        fact(FactKey.AFFECTED_COUNT),
                        words(" ("),
                        fact(FactKey.AFFECTED_PERCENT),
                        words("). Started: "),
                        fact(FactKey.STARTED),
                        words(". Raw event data lost: "),
                        fact(FactKey.RAW_DATA_LOST),
                        words(".")));
        text("What they see, in their words, and what they can do meanwhile: ");
    }

    private void section(String title, String line) {
        heading(title);
        text(line);
    }

    private void heading(String title) {
        blocks.add(
                Map.of(
                        "type", "heading",
                        "attrs", Map.of("level", 2),
                        "content", List.of(words(title))));
    }

    private void text(String line) {
        blocks.add(paragraph(words(line)));
    }

    private void callout(String line) {
        blocks.add(
                Map.of(
                        "type", "callout",
                        "attrs", Map.of("kind", "note"),
                        "content", List.of(paragraph(words(line)))));
    }

    private void table(String... columns) {
        heading(columns[0] + ", unknown, ruled out");
        var head = Arrays.stream(columns).map(DocumentSkeleton::headCell).toList();
        var row = Arrays.stream(columns).map(column -> cell("table_cell", emptyLine())).toList();
        blocks.add(
                Map.of(
                        "type",
                        "table",
                        "content",
                        List.of(
                                Map.of("type", "table_row", "content", head),
                                Map.of("type", "table_row", "content", row))));
    }

    private void tasks(String... tasks) {
        blocks.add(
                Map.of(
                        "type",
                        "task_list",
                        "content",
                        Arrays.stream(tasks).map(DocumentSkeleton::task).toList()));
    }

    private static Map<String, Object> task(String what) {
        return Map.of(
                "type", "task_item",
                "attrs", Map.of("checked", false),
                "content", List.of(paragraph(words(what))));
    }

    private static Map<String, Object> headCell(String title) {
        return cell("table_header", paragraph(words(title)));
    }

    private static Map<String, Object> cell(String type, Map<String, Object> content) {
        return Map.of("type", type, "content", List.of(content));
    }

    private static Map<String, Object> emptyLine() {
        return Map.of("type", "paragraph");
    }

    @SafeVarargs
    private static Map<String, Object> paragraph(Map<String, Object>... inline) {
        return Map.of("type", "paragraph", "content", List.of(inline));
    }

    private static Map<String, Object> words(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static Map<String, Object> fact(FactKey key) {
        return Map.of("type", "fact", "attrs", Map.of("key", key.key()));
    }
}
