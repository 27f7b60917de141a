package app.candor.comms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name put to one hash.
 *
 * @param gate key of the gate in policy
 * @param meaning what the signer stands for, as policy had it
 * @param person id: the identity provider's {@code sub}
 * @param name printed name at signing
 * @param title what the person was then
 * @param at UTC
 * @param authenticatedAt when the signer last proved who they are; null where the class asks for no
 *     fresh login
 * @param revision number of the revision
 * @param hash of the revision
 * @param policyVersion of the gates
 * @param evidence id of the identity provider's token kept beside it; null without a fresh login
 */
public record Signature(
        String gate,
        String gateTitle,
        String meaning,
        String person,
        String name,
        String title,
        Instant at,
        @Nullable Instant authenticatedAt,
        int revision,
        String hash,
        int policyVersion,
        @Nullable String evidence) {}
