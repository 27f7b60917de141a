package app.candor.comms;

import java.util.List;

/**
 * Whom a revision is for, exactly.
 *
 * @param label as people read it: {@code 418 affected accounts}
 * @param recipients sorted, without repeats; empty where the scope names a whole group that others
 *     hold the list of
 */
public record ResolvedAudience(AudienceScope scope, String label, List<Recipient> recipients) {
    public ResolvedAudience {
        recipients = recipients.stream().sorted().distinct().toList();
    }

    public static ResolvedAudience of(AudienceScope scope, List<Recipient> recipients) {
        var distinct = recipients.stream().distinct().toList();
        var label =
                recipients.isEmpty()
                        ? scope.label()
                        : distinct.size() + " " + counted(scope, distinct.size());
        return new ResolvedAudience(scope, label, distinct);
    }

    /** Whether nobody would get it. */
    public boolean isEmpty() {
        return scope.byAccount() && recipients.isEmpty();
    }

    private static String counted(AudienceScope scope, int count) {
        return switch (scope) {
            case AFFECTED_ACCOUNTS -> count == 1 ? "affected account" : "affected accounts";
            case SOME_ACCOUNTS, ALL_CUSTOMERS -> count == 1 ? "account" : "accounts";
            case LEADERSHIP -> count == 1 ? "senior leader" : "senior leaders";
            case STAFF, REGULATORS, CUSTOMER_SUCCESS -> count == 1 ? "person" : "people";
        };
    }
}
