package app.candor.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The company's own words as rules. */
final class CompanyRules {
    private CompanyRules() {}

    static List<Rule> of(CompanyWords company) {
        var rules = new ArrayList<Rule>();
        if (!company.avoid().isEmpty()) {
            rules.add(
                    rule(
                            "company-avoid",
                            Weight.WARNING,
                            "Word the company avoids",
                            company.avoid(),
                            Map.of(),
                            "The company does not use this word in texts to customers.",
                            ""));
        }
        company.instead()
                .forEach((word, instead) ->
                        rules.add(
                                rule(
                                        "company-instead-" + slug(word),
                                        Weight.WARNING,
                                        "Another word is used here",
                                        List.of(word),
                                        Map.of(word.toLowerCase(Locale.ROOT), instead),
                                        "The company calls it “" + instead + "”.",
                                        "Write “" + instead + "”.")));
        return rules;
    }

    private static Rule rule(
            String id,
            Weight weight,
            String title,
            List<String> phrases,
            Map<String, String> fixes,
            String why,
            String better) {
        return new Rule(
                id,
                weight,
                Category.COMPANY,
                title,
                "ESFP",
                Set.of(),
                Set.of(),
                null,
                phrases,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                why,
                better,
                fixes,
                null,
                "",
                "");
    }

    private static String slug(String word) {
        var letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return letters.isEmpty() || letters.equals("-")
                ? "word-" + Integer.toHexString(word.hashCode() & 0xfffff)
                : letters.substring(0, Math.min(40, letters.length()));
    }
}
