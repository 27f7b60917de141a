package app.candor.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a provider says when it ends a login (OpenID Connect Back-Channel Logout 1.0, 2.4).
 *
 * @param id unique; serves once
 * @param sub whose login ends; null if only the session is named
 * @param sid the provider's session; null if all of the person end
 * @param at when the provider said so: later logins stay
 */
record LogoutToken(String id, @Nullable String sub, @Nullable String sid, Instant at) {
    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** Older or earlier ones are no answer to anything that happens now. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private static final Set<String> TYPES = Set.of("JWT", "LOGOUT+JWT");

    /**
     * Reads a token whose signature was verified.
     *
     * @return what is wrong with it, or empty
     */
    static Optional<String> fault(Jwt token, String issuer, String client, Instant now) {
        var type = token.getHeaders().get("typ");
        if (type != null && !TYPES.contains(type.toString().toUpperCase(java.util.Locale.ROOT))) {
            return Optional.of("not a logout token");
        }
        if (!issuer.equals(token.getClaimAsString("iss"))) {
            return Optional.of("another issuer");
        }
        var audience = token.getAudience();
        if (audience == null || !audience.contains(client)) {
            return Optional.of("for another client");
        }
        if (!(token.getClaim("events") instanceof Map<?, ?> events)
                || !(events.get(EVENT) instanceof Map<?, ?>)) {
            return Optional.of("without the logout event");
        }
        if (token.getClaims().containsKey("nonce")) {
            return Optional.of("with a nonce: an id token is no logout token");
        }
        if (blank(token.getSubject()) && blank(token.getClaimAsString("sid"))) {
            return Optional.of("names neither person nor session");
        }
        if (blank(token.getId())) {
            return Optional.of("without an id of its own");
        }
        return timing(token, now);
    }

    static LogoutToken of(Jwt sound) {
        return new LogoutToken(
                java.util.Objects.requireNonNull(sound.getId()),
                sound.getSubject(),
                sound.getClaimAsString("sid"),
                java.util.Objects.requireNonNull(sound.getIssuedAt()));
    }

    /** Whether it ends a login with these claims. */
    boolean ends(@Nullable String person, @Nullable Object session, Instant loggedIn) {
        return !loggedIn.isAfter(at)
                && (sub == null || sub.equals(person))
                && (sid == null || sid.equals(session));
    }

    private static Optional<String> timing(Jwt token, Instant now) {
        var at = token.getIssuedAt();
        if (at == null || at.isBefore(now.minus(TOLERANCE)) || at.isAfter(now.plus(TOLERANCE))) {
            return Optional.of("not made now");
        }
        var expires = token.getExpiresAt();
        return expires != null && expires.plus(TOLERANCE).isBefore(now)
                ? Optional.of("expired")
                : Optional.empty();
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
