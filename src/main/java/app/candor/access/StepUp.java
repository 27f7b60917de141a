package app.candor.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * A fresh login for an act that deserves one (policy: "signing asks for a fresh login").
 *
 * <p>The request's nonce commits to what the person is about to sign, so the identity provider's
 * signed id token is proof that does not rest on Candor: its {@code nonce} claim is the base64url
 * SHA-256 of {@link Evidence#nonceInput}.
 */
public interface StepUp {

    /**
     * What proves a fresh login.
     *
     * @param authTime when the person typed their credentials, as the identity provider says
     * @param idToken the provider's signed token, whole
     * @param nonceInput what was hashed into the token's nonce: a random value and the commitments,
     *     one a line, sorted
     */
    record Evidence(Instant authTime, String idToken, String nonceInput) {}

    /**
     * Starts a fresh login.
     *
     * @param returnTo a path in the portal to come back to
     * @param commitments hashes that the login shall serve for; at least one
     * @return the path to send the browser to
     */
    String begin(String returnTo, Collection<String> commitments);

    /** Evidence no older than {@code within} that covers the hash; empty when a login is needed. */
    Optional<Evidence> evidence(String commitment, Duration within);

    /**
     * As {@link #evidence}.
     *
     * @throws StepUpNeeded if there is none
     */
    default Evidence require(String commitment, Duration within) {
        return evidence(commitment, within).orElseThrow(StepUpNeeded::new);
    }
}
