package app.candor.comms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first words of a draft: the sections its kind requires, with fact tokens where a number or a
 * time belongs. What stands in double brackets has to be replaced before it can be submitted.
 */
final class DraftTemplates {
    private static final String STARTED = "started";
    private static final String AFFECTED = "affected-count";
    private static final String DELAY = "longest-delay";
    private static final String RAW_DATA = "raw-data-lost";
    private static final String CAUSE = "cause";

    private DraftTemplates() {}

    /** A document in the JSON form of {@code schema.json}. */
    static Map<String, @Nullable Object> of(DraftKind kind, Occasion occasion) {
        return document(
                switch (kind) {
                    case CUSTOMER_EMAIL -> customerEmail();
                    case STATUS_UPDATE -> statusUpdate();
                    case TECHNICAL_EXPLANATION -> technicalExplanation();
                    case STAFF_UPDATE -> staffUpdate(occasion);
                    case LEADERSHIP_NOTE -> leadershipNote(occasion);
                    case FAQ_ANSWER -> List.of(paragraph("[[the answer, at most 90 words]]"));
                });
    }

    private static List<Object> customerEmail() {
        return List.of(
                paragraph("Hello ", merge(MergeField.CONTACT_NAME), ","),
                heading("What happened"),
                paragraph(
                        "[[one sentence: what customers notice, in their words]] This began on ",
                        fact(STARTED),
                        "."),
                heading("What it means for you"),
                paragraph(
                        "[[which of their work is late, missing or wrong]] Delays reach up to ",
                        fact(DELAY),
                        "."),
                heading("What was not affected"),
                paragraph("Was raw event data lost: ", fact(RAW_DATA), ". [[what works as usual]]"),
                heading("What we did"),
                paragraph("[[what was found and what was done, without blame]]"),
                heading("What you need to do"),
                paragraph("[[the steps, or: Nothing]]"),
                heading("What comes next"),
                paragraph("[[what follows, and by when we write again]]"),
                heading("Where to ask"),
                paragraph("[[who answers, and where they see the status of their ticket]]"));
    }

    private static List<Object> statusUpdate() {
        return List.of(
                paragraph("[[what customers notice, in their words]] since ", fact(STARTED), "."),
                paragraph("[[components or regions, or: scope to follow]]"),
                paragraph("[[a workaround, or: no workaround yet]]"),
                paragraph("Next update: [[time in UTC]]."));
    }

    private static List<Object> technicalExplanation() {
        return List.of(
                heading("Scope"),
                paragraph("[[systems, regions and time span]] Affected: ", fact(AFFECTED), "."),
                heading("Timeline"),
                bullets(
                        paragraph(fact(STARTED), ": it began"),
                        paragraph("[[time in UTC]]: [[what happened then]]")),
                heading("Mechanism"),
                paragraph(fact(CAUSE), ". [[how that led to what customers saw]]"),
                heading("Data integrity"),
                paragraph("Raw event data lost: ", fact(RAW_DATA), ". [[how we know]]"),
                heading("Remediation"),
                paragraph("[[what was changed]]"),
                heading("Verification"),
                paragraph("[[how we checked that it holds]]"));
    }

    private static List<Object> staffUpdate(Occasion occasion) {
        return List.of(
                paragraph(named(occasion) + ": [[where we stand, one sentence]]"),
                heading("What customers notice"),
                paragraph("[[in their words]] Since ", fact(STARTED), "."),
                heading("What you may say"),
                paragraph("[[the sentence to use when a customer asks]]"),
                heading("Next update"),
                paragraph("[[time in UTC]]"));
    }

    private static List<Object> leadershipNote(Occasion occasion) {
        return List.of(
                paragraph(named(occasion) + ": [[state in one sentence]]"),
                heading("Customers"),
                paragraph("Affected: ", fact(AFFECTED), ". [[who was told, and how they took it]]"),
                heading("Risk"),
                paragraph("Raw event data lost: ", fact(RAW_DATA), ". [[contracts, regulators]]"),
                heading("Decisions we need"),
                paragraph("[[each with a time, or: None]]"));
    }

    /** Facts that a template may show, so that a test can hold them against the ledger. */
    static List<String> factKeys() {
        return List.of(STARTED, AFFECTED, DELAY, RAW_DATA, CAUSE);
    }

    private static String named(Occasion occasion) {
        return occasion.key().isEmpty() ? "Update" : occasion.key();
    }

    private static Map<String, @Nullable Object> document(List<Object> blocks) {
        return node("doc", Map.of(), blocks);
    }

    private static Map<String, @Nullable Object> heading(String text) {
        return node("heading", Map.of("level", 2L), List.of(text(text)));
    }

    private static Map<String, @Nullable Object> bullets(Object... paragraphs) {
        var items = new ArrayList<Object>();
        for (var paragraph : paragraphs) {
            items.add(node("list_item", Map.of(), List.of(paragraph)));
        }
        return node("bullet_list", Map.of(), items);
    }

    private static Map<String, @Nullable Object> paragraph(Object... inline) {
        var content = new ArrayList<Object>();
        for (var part : inline) {
            content.add(part instanceof String words ? text(words) : part);
        }
        return node("paragraph", Map.of(), content);
    }

    private static Map<String, @Nullable Object> fact(String key) {
        return node("fact", Map.of("key", key), List.of());
    }

    private static Map<String, @Nullable Object> merge(MergeField field) {
        return node("merge_field", Map.of("name", field.key()), List.of());
    }

    private static Map<String, @Nullable Object> text(String words) {
        var node = new LinkedHashMap<String, @Nullable Object>();
        node.put("type", "text");
        node.put("text", words);
        return node;
    }

    private static Map<String, @Nullable Object> node(
            String type, Map<String, Object> attrs, List<Object> content) {
        var node = new LinkedHashMap<String, @Nullable Object>();
        node.put("type", type);
        if (!attrs.isEmpty()) {
            node.put("attrs", attrs);
        }
        if (!content.isEmpty()) {
            node.put("content", content);
        }
        return node;
    }
}
