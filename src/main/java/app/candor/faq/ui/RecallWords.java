package app.candor.faq.ui;

import app.candor.faq.Entry;
import app.candor.faq.Recall;

/** How recalls are put into words. */
final class RecallWords {
    private RecallWords() {}

    static String why(Recall recall) {
        return switch (recall.why()) {
            case "withdrawn" -> "The answer was withdrawn";
            case "fact_changed" -> "A fact that the answer shows has changed";
            case "expired" -> "Nobody verified the answer in time";
            case "merged" -> "Another answer replaces it";
            default -> "A new version replaced the answer";
        };
    }

    static String customers(int number) {
        return number == 1 ? "1 copy" : number + " copies";
    }

    static String now(Entry entry, boolean usable) {
        var answer = entry.answer();
        return usable && answer != null
                ? "Version " + answer.version() + " counts now"
                : "No answer counts now";
    }
}
