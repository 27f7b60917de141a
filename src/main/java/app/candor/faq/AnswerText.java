package app.candor.faq;

import app.candor.prosemirror.AtomWords;
import app.candor.prosemirror.Html;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.uikit.Times;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An approved answer as somebody reads or copies it: a pure function of it and the customer. */
@Component
class AnswerText {
    private static final String CUSTOMER = "account_name";
    private static final String CONTACT = "contact_name";

    /** For the page: placeholders stay visible while no customer is named. */
    String html(Answer answer, @Nullable String customer) {
        return Html.print(document(answer.document()), words(answer.facts(), customer));
    }

    /** For the clipboard, both forms. */
    Copies.Copied filledIn(Answer answer, @Nullable String customer) {
        var html = html(answer, customer);
        return new Copies.Copied(forPasting(html), plain(html), answer.version());
    }

    /** Words of a document for searching and previews. */
    String plain(Map<String, @Nullable Object> document, Map<String, String> facts) {
        return plain(Html.print(document(document), words(facts, null)));
    }

    /** Without our class names: mail and ticket systems keep tags and drop the rest. */
    private static String forPasting(String html) {
        var parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        parsed.body().select("span").unwrap();
        parsed.body().select("[class]").removeAttr("class");
        return parsed.body().html();
    }

    /** Paragraphs apart by an empty line, list items each on a line of their own. */
    private static String plain(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("li").forEach(item -> item.prepend("• ").append("\\n"));
        body.select("p, h1, h2, h3, blockquote, pre, div, tr")
                .forEach(block -> block.append("\\n\\n"));
        body.select("br").forEach(line -> line.after("\\n"));
        return body.wholeText()
                .replaceAll("[ \\t\\n]+", " ")
                .replace("\\n", "\n")
                .replaceAll(" *\n *", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static AtomWords words(Map<String, String> facts, @Nullable String customer) {
        return atom ->
                switch (atom.type().name()) {
                    case "fact" ->
                            facts.getOrDefault(
                                    String.valueOf(atom.attrs().get("key")), "not yet known");
                    case "timestamp" ->
                            Times.dateTime(Instant.parse(String.valueOf(atom.attrs().get("at"))));
                    case "merge_field" ->
                            placeholder(String.valueOf(atom.attrs().get("name")), customer);
                    default -> AtomWords.UNRESOLVED.of(atom);
                };
    }

    private static String placeholder(String name, @Nullable String customer) {
        return switch (name) {
            case CUSTOMER, CONTACT -> Objects.requireNonNullElse(customer, "your account");
            default -> name.replace('_', ' ');
        };
    }

    private static Node document(Map<String, @Nullable Object> json) {
        return Node.fromJson(Schema.candor(), json);
    }
}
