package app.candor.voice;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a text has what a text of its kind needs. It is asked for signs in the words, so a text
 * that says it in an unusual way may be asked again; it is never understood.
 */
final class Parts {
    private static final String TIME_OR_WHEN =
            "(?:\\d|hour|minute|tomorrow|monday|tuesday|wednesday|thursday|friday|noon|midnight|as soon as we know)";
    private static final String DATA =
            "(?:data|events?|orders?|records?|messages?|files?|reports?|transactions?)";

    private static final Map<String, Pattern> SIGNS =
            Map.ofEntries(
                    sign(
                            "impact",
                            "\\b(?:cannot|can['’]?t|could not|couldn['’]t|unable|unavailable|slow(?:ly|er)?|late(?:r)?"
                                    + "|delay(?:s|ed)?|missing|fail(?:s|ed|ing)?|errors?|incomplete|wrong|incorrect|stale|empty"
                                    + "|duplicates?|twice|affect(?:s|ed|ing)?|interrupt(?:ed|ion)s?|down|degraded|time(?:s|d)? out"
                                    + "|behind|stuck|outdated|reject(?:s|ed)?|blocked|offline|stopped|blank|longer than usual|cut off|takes? (?:up to|longer|more|several|\\w+ minutes)|too (?:low|high|small|large|many|few)|instead of|lost|gap"
                                    + "|(?:do|does|did|were|was|is|are|have|has) not (?!yet\\b)\\w+|(?:doesn|don|didn|isn|aren|wasn|weren)['’]t \\w+"
                                    + "|not (?:load|arriv|work|show|sync|reach|receiv|sent|updat)\\w*|no longer \\w+)\\b"),
                    sign(
                            "scope",
                            "\\b(?:EU|UK|APAC|US|Europe\\w*|regions?|all (?:customers|accounts|merchants)|accounts?|customers|merchants"
                                    + "|users|scope to follow|everyone|dashboards?|reports?|exports?|orders?|sign-?in|api)\\b"),
                    sign(
                            "start",
                            "\\b(?:since|began|begun|start(?:ed|s|ing)?|from|between|at)\\b[^.\n]{0,60}\\d"),
                    sign(
                            "action",
                            "\\bwe(?:['’](?:re|ve)|\\s+(?:are|have|were|continue to|keep|also|now|then|stopped))?\\s+"
                                    + "(?!(?:are|were|apologi[sz]e|sorry|will|expect|know|regret|do|can|believe)\\b)"
                                    + "(?:(?:now|also|still|already|currently|been|have|since|then)\\s+){0,2}"
                                    + "(?:\\w+ing|\\w+ed|found|began|begun|made|put|took|taken|brought|sent|built|ran|set|see|undid|undone|cut|wrote|test|add|restore|move|change|check|switch|watch)\\b"
                                    + "|\\bwe\\b[^.\n]{0,60}\\band (?:are|have)\\s+\\w+(?:ing|ed)\\b"
                                    + "|\\b(?:engineers?|our (?:team|engineers))\\s+(?:\\w+\\s+){0,2}\\w+(?:ing|ed)\\b"
                                    + "|\\ba (?:fix|change|correction) (?:is|was|has been)\\b"),
                    sign(
                            "next-update",
                            "\\bnext (?:update|post|report|e-?mail|message|word)\\b[^.\n]{0,60}"
                                    + TIME_OR_WHEN
                                    + "|\\b(?:update|post|write|inform|report|tell|let you know|publish|mail)\\b[^.\n]{0,80}\\b(?:at|by|within|every|in|before|until|after|no later than)\\b[^.\n]{0,30}"
                                    + TIME_OR_WHEN
                                    + "|\\bwe(?: will|['’]ll)\\b[^.\n]{0,80}\\b(?:at|by|within|before|no later than)\\b[^.\n]{0,20}\\d|\\bupdates?\\b[^.\n]{0,20}\\bevery\\b"),
                    sign(
                            "fix-time",
                            "\\b(?:fix(?:ed)?|restor\\w+|chang\\w+|correct\\w+|undid|switch\\w+|added|replac\\w+|back|recover\\w+|in place|released)\\b[^.\n]{0,80}\\d"
                                    + "|\\b(?:at|since|by)\\b[^.\n]{0,25}\\d[^.\n]{0,80}\\b(?:fix|restor|chang|correct|undid|switch|add|replac|back|recover|released)\\w*"),
                    sign(
                            "works-now",
                            "\\b(?:again|normal(?:ly)?|as usual|now (?:\\w+\\s){0,2}(?:load|work|arriv|show|send|sync|complete|current)\\w*|recovered|restored|works?|caught up|current|complete|succeed|back to)\\b"),
                    sign(
                            "understood",
                            "\\b(?:cause[ds]?|because|found|identified|know|reason|limited|full|setting|comes from|due to|confirmed|traced)\\b"),
                    sign(
                            "span",
                            "\\b(?:from|between)\\b[^.]{0,60}\\d[^.]{0,60}\\b(?:to|and|until)\\b[^.]{0,40}\\d"
                                    + "|\\b(?:began|started|since)\\b[^\n]{0,120}\\d[^\n]{0,160}\\b(?:ended|until|over|resolved|restored|again)\\b[^\n]{0,60}\\d"
                                    + "|\\d\\d:\\d\\d\\s?[–-]\\s?\\d\\d:\\d\\d"),
                    sign(
                            "data",
                            "\\b(?:no|none|not|all|every|each|any|some|whether)\\b[^.\n]{0,60}\\b"
                                    + DATA
                                    + "\\b[^.\n]{0,80}\\b(?:lost|missing|complete|stored|kept|safe|affected|involved|touched|changed|recover\\w*|intact|received|known)\\b"
                                    + "|\\b"
                                    + DATA
                                    + "\\b[^.\n]{0,60}\\b(?:lost|missing|complete|stored|kept|safe|not affected|unaffected|intact|deleted|recovered)\\b"
                                    + "|\\bnothing (?:was|is|has been) lost\\b|\\b(?:is|are|was|were) (?:permanently )?lost\\b|\\bcannot be recovered\\b"),
                    sign(
                            "customer-action",
                            "\\b(?:you|your \\w+|customers) (?:do not|don['’]t|need not|need|have to|can|should|must|may)\\b|\\bnothing\\b|\\bno (?:action|need|steps?)\\b"
                                    + "|\\bplease\\s+(?!contact|accept|note|ask)\\w+|\\bthere is nothing\\b|\\bwe ask you\\b|\\bto do:\\s*\\S"),
                    sign(
                            "contact",
                            "\\b(?:reply|replies|contact|ask|write to|support|questions?|get in touch|customer success manager|portal|ticket)\\b"),
                    sign(
                            "follow-up",
                            "\\b(?:we will|we['’]ll|follow-?up|report|review|explanation|summary)\\b[^.\n]{0,100}(?:\\bby\\b|\\bwithin\\b|\\bon\\b|\\bbefore\\b|\\bin\\b|\\bno further\\b)|\\bno (?:further|more) (?:updates?|messages?|follow-?up)\\b|\\blast (?:update|message)\\b"),
                    sign(
                            "unaffected",
                            "\\bnot (?:been )?(?:affected|lost|touched|involved|changed)\\b|\\bunaffected\\b|\\bas usual\\b|\\bno\\b[^.\n]{0,50}\\b(?:lost|affected|touched|missing|accessed|involved)\\b|\\bcomplete\\b|\\bstored\\b|\\b(?:work|works|worked|working|run|ran|continued?) normally\\b|\\bnothing else\\b|\\b(?:is|are|were|was|stay\\w*|remain\\w*) (?:current|correct|available|safe|intact)\\b"),
                    sign(
                            "workaround",
                            "\\b(?:workaround|until then|meanwhile|in the meantime|instead|you can|as an alternative)\\b"),
                    sign(
                            "benefit",
                            "\\b(?:so that|lets? you|you can|faster|safer|easier|fewer|less|benefit|advantage|improve\\w*|better|because|means that|reason|protects?|prevents?)\\b"),
                    sign(
                            "adapt",
                            "\\b(?:you (?:need|have|must|should|can|do not|don['’]t|may)|please \\w+|nothing to (?:do|change)|no action|no change|adapt|update your|change your|switch to|before \\d|to do:\\s*\\S)\\b"),
                    sign(
                            "was-affected",
                            "\\b(?:your|whether|if|this)\\b[^.\n]{0,60}\\b(?:affected|accessed|used|involved|exposed|concerned)\\b|\\b(?:not affected|unaffected|affected accounts?|no (?:sign|evidence|indication))\\b|\\bfound no\\b"),
                    sign(
                            "catch-up",
                            "\\b(?:caught up|catch(?:ing)? up|backlog|processed|waiting|delayed (?:\\w+ )?(?:events?|orders?|reports?|exports?))\\b[^.\n]{0,100}\\d|\\b(?:all|every)\\b[^.\n]{0,60}\\b(?:have been|has been|were|was|are|is) (?:now )?(?:sent|processed|caught up|complete|delivered|imported|counted|shown)\\b|\\bcaught up\\b|\\bno backlog\\b"));

    private static final Pattern PROMPT = Pattern.compile("\\[\\[.{0,200}?]]");
    private static final Pattern ABOUT_US =
            Pattern.compile(
                    "(?i)\\b(?:we|our|us|updates?|news|investigat\\w*|information|status page|inform\\w*)\\b");
    private static final int FIRST = 2;
    private static final int TELLING = 4;

    private Parts() {}

    /**
     * @param part {@code next-update}
     */
    static boolean has(String part, Manuscript text) {
        if (part.equals("data-first")) {
            return find("data", opening(text));
        }
        return find(part, words(text)) || part.equals("impact") && saysMore(text);
    }

    /** Whether a sentence is about something else than what we do and when we write. */
    private static boolean saysMore(Manuscript text) {
        return text.passages().stream()
                .filter(passage -> passage.kind() != Passage.Kind.HEADING)
                .map(passage -> PROMPT.matcher(passage.words()).replaceAll(" "))
                .flatMap(words -> Sentences.of(words).stream().map(span -> span.of(words)))
                .filter(sentence -> Readability.words(sentence) >= TELLING)
                .anyMatch(sentence -> !ABOUT_US.matcher(sentence).find());
    }

    private static boolean find(String part, String words) {
        var sign = SIGNS.get(part);
        return sign == null || Patience.matcher(sign, words).find();
    }

    /** Headings lead their passage: "What you need to do: Nothing." */
    private static String words(Manuscript text) {
        var all = new StringBuilder();
        for (var passage : text.passages()) {
            all.append(PROMPT.matcher(passage.words()).replaceAll(" "))
                    .append(passage.kind() == Passage.Kind.HEADING ? ": " : "\n");
        }
        return all.toString();
    }

    /** The first sentences behind the greeting. */
    private static String opening(Manuscript text) {
        return text.passages().stream()
                .filter(passage -> passage.kind() != Passage.Kind.HEADING)
                .map(Passage::words)
                .filter(words -> !words.strip().endsWith(","))
                .flatMap(words -> Sentences.of(words).stream().map(span -> span.of(words)))
                .limit(FIRST)
                .collect(Collectors.joining("\n"));
    }

    private static Map.Entry<String, Pattern> sign(String part, String regex) {
        return Map.entry(
                part, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Parts that can be asked for. */
    static List<String> names() {
        return SIGNS.keySet().stream().sorted().toList();
    }
}
