package app.candor.incident;

import org.jspecify.annotations.Nullable;

/** One row of an account list: a customer's account and whether the incident hits it. */
record Account(
        String id,
        String name,
        String tier,
        String csm,
        String contactName,
        String contactEmail,
        String integration,
        @Nullable Integer contractNoticeHours) {

    AffectedAccount affected() {
        return new AffectedAccount(
                id, name, tier, csm, contactName, contactEmail, integration, contractNoticeHours);
    }
}
