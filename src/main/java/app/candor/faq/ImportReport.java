package app.candor.faq;

import java.util.List;

/**
 * What became of a file: all of it, or none and why.
 *
 * @param added questions that are new
 * @param known questions that the same file, or another with the same rows, brought before
 * @param problems why nothing was taken; empty if all was
 */
public record ImportReport(int added, int known, List<Problem> problems) {

    /**
     * One row that cannot be taken.
     *
     * @param row counted from 1 without the header; 0 for the file as a whole
     * @param why for people
     */
    public record Problem(int row, String why) {}

    static ImportReport refused(String why) {
        return new ImportReport(0, 0, List.of(new Problem(0, why)));
    }
}
