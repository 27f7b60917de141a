package app.candor.voice;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.prosemirror.AtomWords;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private static final Circumstances STATUS =
            Circumstances.of(TextKind.STATUS).at(Phase.IDENTIFIED, Matter.OUTAGE);

    @Test
    void placesAreTheEditorsPositionsBehindEmojiMarksTokensAndBlocks() {
        var doc =
                document(
                        paragraph(text("😀 Hi"), strong("bold"), text(" any inconvenience.")),
                        Map.of(
                                "type",
                                "bullet_list",
                                "content",
                                List.of(
                                        Map.of(
                                                "type",
                                                "list_item",
                                                "content",
                                                List.of(
                                                        paragraph(
                                                                fact("started"),
                                                                text(
                                                                        " — sorry for the inconvenience")))))));

        var found = places(doc, "stock-inconvenience");

        assertThat(found).containsExactly("inconvenience", "inconvenience");
    }

    @Test
    void wordsOfATokenAreNotMindedButStandForTheFact() {
        var doc =
                document(
                        paragraph(
                                text("Exports are late since "),
                                fact("started"),
                                text(". We are adding space. Next update at 10:30 UTC.")));
        AtomWords words = atom -> "11:45";

        var report = ShippedRules.CHECKER.check(Manuscript.of(doc, words), STATUS);

        assertThat(report.findings()).extracting(Finding::rule).doesNotContain("time-zone");
        assertThat(report.blocking()).isEmpty();
    }

    @Test
    void aPassageThatDidNotChangeIsNotLookedAtAgain() {
        var checker = new Checker(ShippedRules.BOOK);
        var long1 = Manuscript.ofLines("Exports are late.\nWe are adding space.\nMore soon.");
        checker.check(long1, STATUS);
        var before = checker.passagesLookedAt();

        checker.check(
                Manuscript.ofLines("Exports are late.\nWe are adding some space.\nMore soon."),
                STATUS);

        assertThat(before).isEqualTo(3);
        assertThat(checker.passagesLookedAt()).isEqualTo(4);
    }

    @Test
    void whatIsQuotedOrCodeIsMindedForSecretsOnly() {
        var doc =
                document(
                        Map.of(
                                "type",
                                "blockquote",
                                "content",
                                List.of(
                                        paragraph(
                                                text(
                                                        "We are deeply sorry, AKIAIOSFODNN7EXAMPLE")))),
                        Map.of("type", "code_block", "content", List.of(text("simply ENG-4821!"))));

        var found =
                ShippedRules.CHECKER
                        .check(Manuscript.of(doc, AtomWords.UNRESOLVED), STATUS)
                        .findings();

        assertThat(found)
                .filteredOn(finding -> finding.place() == Finding.Place.TEXT)
                .extracting(Finding::rule)
                .containsExactly("secret-token");
    }

    @Test
    void theSubjectIsJudgedWithTheText() {
        var report =
                ShippedRules.CHECKER.check(
                        Manuscript.ofLines("Exports are late."), STATUS.about("Kafka is down!"));

        assertThat(report.findings())
                .filteredOn(finding -> finding.place() == Finding.Place.SUBJECT)
                .extracting(Finding::rule)
                .contains("jargon-parts", "tone-exclamation");
    }

    @Test
    void aFixKeepsTheCapital() {
        var report =
                ShippedRules.CHECKER.check(
                        Manuscript.ofLines("Prior to that exports were late."), STATUS);

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("jargon-wordy"))
                .singleElement()
                .extracting(Finding::fix)
                .isEqualTo("Before");
    }

    @Test
    void companyWordsAllowForbidAndReplace() {
        var company =
                new CompanyWords(
                        List.of("support@acme.example", "+1 650-253-0000"),
                        List.of("Kafka Sync"),
                        List.of("merchandiser*"),
                        Map.of("back office", "partner portal"),
                        List.of(),
                        List.of());
        var checker = new Checker(new Rulebook(company, ShippedRules.BOOK.rules()));

        var found =
                checker.check(
                        Manuscript.ofLines(
                                "Kafka Sync is late for merchandisers in the back office. Write to"
                                        + " support@acme.example or call +1 650-253-0000."),
                        STATUS);

        assertThat(found.findings())
                .filteredOn(finding -> finding.place() == Finding.Place.TEXT)
                .extracting(Finding::rule)
                .containsExactly("company-avoid", "company-instead-back-office");
    }

    @Test
    void americanAndBritishSpellingAreMindedAlike() {
        assertThat(rules("We sincerely apologise.")).contains("apology-intense");
        assertThat(rules("We sincerely apologize.")).contains("apology-intense");
        assertThat(rules("We utilised it.")).contains("jargon-wordy");
        assertThat(rules("We utilized it.")).contains("jargon-wordy");
    }

    @Test
    void wordOrderDoesNotHideBlame() {
        assertThat(rules("The outage at our cloud provider stopped exports."))
                .contains("blame-supplier");
        assertThat(rules("Exports stopped when our cloud provider had an outage."))
                .contains("blame-supplier");
        assertThat(rules("Our cloud provider is not affected by the outage."))
                .doesNotContain("blame-supplier");
    }

    @Test
    void aSentenceEndsWithItsListItemOrCellThoughNoFullStopDoes() {
        var words = "exports of the eastern region are late";
        var item =
                Map.<String, Object>of(
                        "type", "list_item", "content", List.of(paragraph(text(words))));
        var cell =
                Map.<String, Object>of(
                        "type", "table_cell", "content", List.of(paragraph(text(words))));
        var row =
                Map.<String, Object>of(
                        "type", "table_row", "content", List.of(cell, cell, cell, cell));
        var parted =
                document(
                        Map.of("type", "bullet_list", "content", List.of(item, item, item, item)),
                        Map.of("type", "table", "content", List.of(row)));
        var whole = document(paragraph(text((words + " ").repeat(4).strip())));

        assertThat(places(parted, "reading-sentence")).isEmpty();
        assertThat(places(whole, "reading-sentence")).hasSize(1);
    }

    private static List<String> rules(String words) {
        return ShippedRules.CHECKER.check(Manuscript.ofLines(words), STATUS).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private static List<String> places(Node doc, String rule) {
        return ShippedRules.CHECKER
                .check(Manuscript.of(doc, AtomWords.UNRESOLVED), STATUS)
                .findings()
                .stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding -> between(doc, finding.from(), finding.to()))
                .toList();
    }

    private static String between(Node doc, int from, int to) {
        var words = new StringBuilder();
        doc.slice(from, to)
                .content()
                .children()
                .forEach(node -> words.append(node.textContent("")));
        return words.toString();
    }

    @SafeVarargs
    private static Node document(Map<String, Object>... blocks) {
        return Node.fromJson(Schema.candor(), Map.of("type", "doc", "content", List.of(blocks)));
    }

    @SafeVarargs
    private static Map<String, Object> paragraph(Map<String, Object>... inline) {
        return Map.of("type", "paragraph", "content", List.of(inline));
    }

    private static Map<String, Object> text(String words) {
        return Map.of("type", "text", "text", words);
    }

    private static Map<String, Object> strong(String words) {
        return Map.of("type", "text", "text", words, "marks", List.of(Map.of("type", "strong")));
    }

    private static Map<String, Object> fact(String key) {
        return Map.of("type", "fact", "attrs", Map.of("key", key));
    }
}
