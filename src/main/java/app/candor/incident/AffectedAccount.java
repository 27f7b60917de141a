package app.candor.incident;

import org.jspecify.annotations.Nullable;

/**
 * A customer's account that an incident hits.
 *
 * @param accountId as the company numbers it; unique
 * @param csm the customer success manager, as the list names them
 * @param integration which one the account uses; empty if none
 * @param contractNoticeHours hours within which the contract wants notice, 1 to 720; null for no
 *     such clause
 */
public record AffectedAccount(
        String accountId,
        String name,
        String tier,
        String csm,
        String contactName,
        String contactEmail,
        String integration,
        @Nullable Integer contractNoticeHours) {}
