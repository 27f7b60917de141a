package app.candor.shell.ui;

import app.candor.shell.BurningItem;
import app.candor.shell.WaitingItem;
import java.util.List;

/** The two lines on top of home, which say whether somebody has to act. */
final class HomeWords {
    private static final List<String> NUMBERS =
            List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");

    private HomeWords() {}

    static String title(List<BurningItem> open, List<WaitingItem> tasks) {
        var needing = open.stream().filter(BurningItem::mine).count();
        if (open.isEmpty()) {
            return tasks.isEmpty()
                    ? "All clear"
                    : count(tasks.size(), "task waits", "tasks wait") + " for you";
        }
        if (needing > 0) {
            return count(needing, "incident needs", "incidents need") + " you now";
        }
        var grave = open.stream().filter(BurningItem::isGrave).count();
        if (grave > 0) {
            return count(grave, "major incident is", "major incidents are") + " open";
        }
        return count(open.size(), "incident is", "incidents are") + " open";
    }

    static String subtitle(List<BurningItem> open, List<WaitingItem> tasks) {
        if (open.isEmpty()) {
            return "Nothing is burning" + (tasks.isEmpty() ? ", and nothing waits for you." : ".");
        }
        if (tasks.isEmpty()) {
            return "Nothing waits for you.";
        }
        return count(tasks.size(), "task waits", "tasks wait") + " for you.";
    }

    private static String count(long number, String one, String many) {
        var written = number < NUMBERS.size() ? NUMBERS.get((int) number) : Long.toString(number);
        return written + " " + (number == 1 ? one : many);
    }
}
