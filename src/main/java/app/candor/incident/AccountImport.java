package app.candor.incident;

import java.util.List;

/** How an import ended. */
public sealed interface AccountImport {

    /**
     * All rows are in.
     *
     * @param rows in the file
     * @param changed false if the same list was imported before
     * @param ignoredColumns columns of the file that mean nothing here
     */
    record Imported(int rows, AccountCounts counts, boolean changed, List<String> ignoredColumns)
            implements AccountImport {}

    /**
     * Nothing is in, since something is wrong.
     *
     * @param problems the first ones, in the order of the file
     * @param count how many there are in all
     */
    record Rejected(List<Problem> problems, int count) implements AccountImport {}

    /**
     * Why a row cannot be taken.
     *
     * @param line in the file, from 1; 0 where the whole file is meant
     * @param column as the file names it; empty where the whole row is meant
     * @param reason one sentence
     */
    record Problem(long line, String column, String reason) {}
}
