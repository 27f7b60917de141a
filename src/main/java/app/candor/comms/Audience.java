package app.candor.comms;

import java.util.List;
import java.util.TreeSet;

/**
 * Whom a draft is for.
 *
 * @param accounts account ids, sorted; only for {@link AudienceScope#SOME_ACCOUNTS}
 */
public record Audience(AudienceScope scope, List<String> accounts) {
    public Audience {
        if (scope != AudienceScope.SOME_ACCOUNTS && !accounts.isEmpty()) {
            throw new IllegalArgumentException("Only some accounts are named one by one");
        }
        accounts = List.copyOf(new TreeSet<>(accounts));
    }

    public static Audience of(AudienceScope scope) {
        return new Audience(scope, List.of());
    }

    public static Audience some(List<String> accounts) {
        return new Audience(AudienceScope.SOME_ACCOUNTS, accounts);
    }
}
