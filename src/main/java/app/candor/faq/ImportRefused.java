package app.candor.faq;

import app.candor.faq.ImportReport.Problem;
import java.util.List;

/** Nothing of a file is taken. */
final class ImportRefused extends RuntimeException {
    private final transient List<Problem> problems;

    ImportRefused(String why) {
        this(List.of(new Problem(0, why)));
    }

    ImportRefused(List<Problem> problems) {
        super("The file cannot be imported");
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
