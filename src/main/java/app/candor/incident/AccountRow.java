package app.candor.incident;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of an account list after its check.
 *
 * @param account null if something is wrong with the row
 * @param problems by column
 */
record AccountRow(
        @Nullable Account account, boolean affected, Map<AccountColumn, String> problems) {
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_HOURS = 720;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]{2,}");
    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "0");

    static AccountRow check(Map<AccountColumn, String> row) {
        var problems = new EnumMap<AccountColumn, String>(AccountColumn.class);
        row.forEach((column, value) -> checkText(column, value, problems));
        var hours = hours(row, problems);
        var answer = value(row, AccountColumn.AFFECTED).toLowerCase(Locale.ROOT);
        if (!YES.contains(answer) && !NO.contains(answer)) {
            problems.put(AccountColumn.AFFECTED, "Has to be yes or no.");
        }
        return new AccountRow(
                problems.isEmpty() ? account(row, hours) : null, YES.contains(answer), problems);
    }

    private static void checkText(
            AccountColumn column, String value, Map<AccountColumn, String> problems) {
        if (value.length() > LONGEST_VALUE) {
            problems.put(column, "Has more than " + LONGEST_VALUE + " characters.");
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            problems.put(column, "Has a line break or another control character.");
        } else if (value.isEmpty()
                && (column == AccountColumn.ACCOUNT || column == AccountColumn.NAME)) {
            problems.put(column, "Is empty.");
        } else if (column == AccountColumn.CONTACT_EMAIL
                && !value.isEmpty()
                && !ADDRESS.matcher(value).matches()) {
            problems.put(column, "Is no e-mail address.");
        }
    }

    private static @Nullable Integer hours(
            Map<AccountColumn, String> row, Map<AccountColumn, String> problems) {
        var value = value(row, AccountColumn.NOTICE_HOURS);
        if (value.isEmpty()) {
            return null;
        }
        if (value.matches("\\d{1,3}")) {
            var hours = Integer.parseInt(value);
            if (hours >= 1 && hours <= MOST_HOURS) {
                return hours;
            }
        }
        problems.put(
                AccountColumn.NOTICE_HOURS,
                "Has to be empty or a whole number from 1 to " + MOST_HOURS + ".");
        return null;
    }

    private static Account account(Map<AccountColumn, String> row, @Nullable Integer hours) {
        return new Account(
                value(row, AccountColumn.ACCOUNT),
                value(row, AccountColumn.NAME),
                value(row, AccountColumn.TIER),
                value(row, AccountColumn.CSM),
                value(row, AccountColumn.CONTACT_NAME),
                value(row, AccountColumn.CONTACT_EMAIL),
                value(row, AccountColumn.INTEGRATION),
                hours);
    }

    private static String value(Map<AccountColumn, String> row, AccountColumn column) {
        return row.getOrDefault(column, "");
    }
}
