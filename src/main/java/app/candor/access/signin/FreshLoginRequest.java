package app.candor.access.signin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fresh login that was asked for, and once done, its proof.
 *
 * @param id random; part of the path
 * @param sub who asked; nobody else may complete it
 * @param nonceInput see {@link app.candor.access.StepUp.Evidence}
 * @param nonce base64url SHA-256 of it, as it stands in the id token
 * @param askedAt a login before this does not count
 * @param authTime null until completed
 */
record FreshLoginRequest(
        String id,
        String sub,
        String returnTo,
        List<String> commitments,
        String nonceInput,
        String nonce,
        Instant askedAt,
        @Nullable Instant authTime) {

    FreshLoginRequest completed(Instant at) {
        return new FreshLoginRequest(
                id, sub, returnTo, commitments, nonceInput, nonce, askedAt, at);
    }
}
