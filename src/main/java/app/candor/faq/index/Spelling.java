package app.candor.faq.index;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One spelling for words that British and American English spell apart. It need not be the right
 * one, only the same for both: what is indexed and what is typed pass through here alike.
 */
final class Spelling {
    private static final List<Rule> RULES =
            List.of(
                    new Rule("(\\w{2,})is(e|ed|es|ing|er|ers|ation|ations|able)", "$1iz$2"),
                    new Rule("(\\w{2,})ys(e|ed|es|ing|er|ers)", "$1yz$2"),
                    new Rule("(\\w{3,})our(s|ed|ing|ful|ite|ites|able|ably)?", "$1or$2"),
                    new Rule("(\\w{3,}[bt])re(s|d)?", "$1er$2"),
                    new Rule("(\\w{2,}[aeiou])ll(ed|ing|er|ers|ation|ations)", "$1l$2"),
                    new Rule("(\\w{3,})ogue(s)?", "$1og$2"),
                    new Rule("(\\w{3,}en)c(e|es|ed)", "$1s$2"),
                    new Rule("(cheque)(s)?", "check$2"),
                    new Rule("programme(s|d)?", "program$1"));

    private record Rule(Pattern from, String to) {
        Rule(String from, String to) {
            this(Pattern.compile(from), to);
        }
    }

    private Spelling() {}

    /** In lower case without accents, as {@link Words} hands it in. */
    static String shared(String word) {
        for (var rule : RULES) {
            var matcher = rule.from().matcher(word);
            if (matcher.matches()) {
                return matcher.replaceFirst(rule.to());
            }
        }
        return word;
    }
}
