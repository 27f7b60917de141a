package app.candor.faq;

import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.comms.AudienceScope;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was approved, exactly as it was released.
 *
 * @param version counts an entry's approved answers from 1
 * @param hash of the released revision
 * @param question the subject that was signed with it; what outsiders of its incident read
 * @param audience whom the release names; nobody else gets it through the library alone
 * @param gates the class whose gates it passed
 * @param document as in {@code schema.json}, placeholders still in it
 * @param facts value by key, as shown when it was signed
 * @param plain words for searching and previews
 */
public record Answer(
        int version,
        String draft,
        String hash,
        String question,
        AudienceScope audience,
        SeverityClass gates,
        Map<String, @Nullable Object> document,
        Map<String, String> facts,
        String plain,
        Instant approvedAt,
        List<String> signedBy) {

    /** Whether the release names this person's group, whatever else they may read. */
    boolean reaches(Person person) {
        return reaches(audience, person);
    }

    static boolean reaches(AudienceScope audience, Person person) {
        return switch (audience) {
            case SOME_ACCOUNTS, AFFECTED_ACCOUNTS, CUSTOMER_SUCCESS ->
                    person.hasAny(Role.CSM, Role.CS_LEAD, Role.SUPPORT);
            case ALL_CUSTOMERS, STAFF -> true;
            case LEADERSHIP -> person.has(Role.LEADERSHIP);
            case REGULATORS -> person.has(Role.LEGAL);
        };
    }

    /** Whether it was released to be given to customers. */
    public boolean isForCustomers() {
        return switch (audience) {
            case SOME_ACCOUNTS, AFFECTED_ACCOUNTS, ALL_CUSTOMERS, CUSTOMER_SUCCESS -> true;
            case STAFF, LEADERSHIP, REGULATORS -> false;
        };
    }
}
