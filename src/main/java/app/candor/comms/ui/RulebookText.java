package app.candor.comms.ui;

import app.candor.voice.Weight;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes words and weights in the text of a rulebook and leaves every other line alone, so that
 * the second administrator sees what changed and nothing else. That needs the form that ships: a
 * key of the company's words a line, id and weight of a rule on one line. A rulebook that somebody
 * laid out otherwise is written anew instead, for no change may be lost.
 */
final class RulebookText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private String text;

    RulebookText(String text) {
        this.text = text;
    }

    /** A list of the company's words: {@code avoid}. */
    RulebookText list(String key, List<String> words) {
        return company(key, JSON.writeValueAsString(words));
    }

    /** What to say instead, by word. */
    RulebookText instead(Map<String, String> words) {
        return company("instead", JSON.writeValueAsString(words));
    }

    RulebookText weight(String rule, Weight weight) {
        var line =
                Pattern.compile(
                        "(\"id\": \"" + Pattern.quote(rule) + "\",\\s*\"weight\": \")[A-Z]+(\")");
        var there = line.matcher(text);
        text =
                there.find()
                        ? there.replaceFirst("$1" + weight.name() + "$2")
                        : anew(book -> reweigh(book, rule, weight));
        return this;
    }

    String text() {
        return text;
    }

    private RulebookText company(String key, String json) {
        var line = Pattern.compile("(?m)^(    \"" + key + "\": )[\\[{].*[]}](,?)$");
        var there = line.matcher(text);
        text =
                there.find()
                        ? there.replaceFirst("$1" + Matcher.quoteReplacement(json) + "$2")
                        : anew(book -> book.withObject("/company").set(key, JSON.readTree(json)));
        return this;
    }

    private String anew(Consumer<ObjectNode> change) {
        var book = (ObjectNode) JSON.readTree(text);
        change.accept(book);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(book);
    }

    private static void reweigh(ObjectNode book, String id, Weight weight) {
        for (var rule : book.path("rules")) {
            if (rule.path("id").asString("").equals(id)) {
                ((ObjectNode) rule).put("weight", weight.name());
            }
        }
    }
}
