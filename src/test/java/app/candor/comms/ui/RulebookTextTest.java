package app.candor.comms.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.voice.Rule;
import app.candor.voice.Rulebook;
import app.candor.voice.Weight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RulebookTextTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SHIPPED = shipped();

    @Test
    void aListOfWordsChangesItsOneLine() {
        var changed = new RulebookText(SHIPPED).list("avoid", List.of("gadget", "a \"big\" $1"));

        assertThat(book(changed).company().avoid()).containsExactly("gadget", "a \"big\" $1");
        assertThat(linesOtherThanBefore(changed)).hasSize(1);
    }

    @Test
    void everyListOfTheCompanyCanBeChanged() {
        var changed = new RulebookText(SHIPPED);
        for (var key : List.of("addresses", "allow", "avoid", "components", "regions")) {
            changed.list(key, List.of(key + "-1"));
        }
        var company = book(changed.instead(Map.of("back office", "portal"))).company();

        assertThat(company.addresses()).containsExactly("addresses-1");
        assertThat(company.allow()).containsExactly("allow-1");
        assertThat(company.avoid()).containsExactly("avoid-1");
        assertThat(company.components()).containsExactly("components-1");
        assertThat(company.regions()).containsExactly("regions-1");
        assertThat(company.instead()).containsExactly(Map.entry("back office", "portal"));
    }

    @Test
    void theWeightOfEveryShippedRuleChangesOnItsOwnLine() {
        for (var rule : book(new RulebookText(SHIPPED)).rules()) {
            if (rule.weight() == Weight.SECRET || rule.weight() == Weight.PERSONAL) {
                continue;
            }
            var other = rule.weight() == Weight.ERROR ? Weight.HINT : Weight.ERROR;
            var changed = new RulebookText(SHIPPED).weight(rule.id(), other);

            assertThat(weight(changed, rule.id())).as(rule.id()).isEqualTo(other);
            assertThat(linesOtherThanBefore(changed)).as(rule.id()).hasSize(1);
        }
    }

    @Test
    void aRulebookLaidOutOtherwiseLosesNoChange() {
        var tree = JSON.readTree(SHIPPED);
        var asOneLine = JSON.writeValueAsString(tree);
        var asPretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);

        for (var layout : List.of(asOneLine, asPretty)) {
            var changed =
                    new RulebookText(layout)
                            .list("avoid", List.of("gadget"))
                            .instead(Map.of("desk", "help centre"))
                            .weight("apology-count", Weight.ERROR);

            assertThat(book(changed).company().avoid()).containsExactly("gadget");
            assertThat(book(changed).company().instead()).containsOnlyKeys("desk");
            assertThat(weight(changed, "apology-count")).isEqualTo(Weight.ERROR);
            assertThat(book(changed).rules()).hasSameSizeAs(book(new RulebookText(layout)).rules());
        }
    }

    private static Weight weight(RulebookText text, String id) {
        return book(text).rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(Rule::weight)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> linesOtherThanBefore(RulebookText changed) {
        var before = SHIPPED.lines().toList();
        var after = changed.text().lines().toList();
        assertThat(after).hasSameSizeAs(before);
        return java.util.stream.IntStream.range(0, before.size())
                .filter(line -> !before.get(line).equals(after.get(line)))
                .mapToObj(after::get)
                .toList();
    }

    private static Rulebook book(RulebookText text) {
        return JSON.readValue(text.text(), Rulebook.class);
    }

    private static String shipped() {
        try {
            return Files.readString(
                    Path.of("src/main/resources/policy/voice.json"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
