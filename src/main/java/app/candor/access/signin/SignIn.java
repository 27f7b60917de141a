package app.candor.access.signin;

import app.candor.access.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One browser's sign-in, as stored.
 *
 * @param id SHA-256 of the cookie's token; the token itself is never stored
 * @param sub whose it is
 * @param idToken the identity provider's signed token of the latest login, for step-up evidence and
 *     logout
 * @param claims what that token and the user-info endpoint said
 * @param roles roles by the allow-list at that login
 * @param expiresAt after this the person logs in again
 */
record SignIn(
        String id,
        String sub,
        String idToken,
        Instant issuedAt,
        Instant idTokenExpiresAt,
        Map<String, Object> claims,
        Set<Role> roles,
        Instant expiresAt) {}
