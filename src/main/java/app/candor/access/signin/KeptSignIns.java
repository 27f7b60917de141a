package app.candor.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Keeps sign-ins in MongoDB under a random cookie (256 bits, {@code HttpOnly}, {@code
 * SameSite=Lax}), so that every node and every restart knows them, and deleting the document ends
 * them.
 */
@Component
class KeptSignIns {
    static final String COOKIE = "candor_sign_in";
    private static final String REGISTRATION = SecurityConfiguration.REGISTRATION;

    private final MongoTemplate mongo;
    private final SignInSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeptSignIns(MongoTemplate mongo, SignInSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    void keep(OidcUser user, HttpServletRequest request, HttpServletResponse response) {
        forget(request, response);
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var idToken = user.getIdToken();
        mongo.save(
                new SignIn(
                        hash(token),
                        KnownPeople.sub(user),
                        idToken.getTokenValue(),
                        idToken.getIssuedAt() == null ? now : idToken.getIssuedAt(),
                        idToken.getExpiresAt() == null ? now : idToken.getExpiresAt(),
                        new LinkedHashMap<>(user.getClaims()),
                        groups().roles(user.getClaims()),
                        now.plus(settings.lifetime())));
        write(response, request, token, settings.lifetime().toSeconds());
    }

    Optional<OAuth2AuthenticationToken> restore(HttpServletRequest request) {
        return token(request)
                .map(token -> mongo.findById(hash(token), SignIn.class))
                .filter(kept -> kept.expiresAt().isAfter(clock.instant()))
                .map(KeptSignIns::authentication);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        token(request)
                .ifPresent(token -> {
                    mongo.remove(Query.query(Criteria.where("_id").is(hash(token))), SignIn.class);
                    write(response, request, "", 0);
                });
    }

    /**
     * Ends what the identity provider ended.
     *
     * @return whose sign-ins those were
     */
    Set<String> end(LogoutToken logout) {
        var sub = logout.sub();
        var whose =
                sub == null
                        ? Criteria.where("claims.sid").is(logout.sid())
                        : Criteria.where("sub").is(sub);
        var ended =
                mongo.find(Query.query(whose), SignIn.class).stream()
                        .filter(kept ->
                                logout.ends(kept.sub(), kept.claims().get("sid"), kept.issuedAt()))
                        .toList();
        ended.forEach(mongo::remove);
        return ended.stream().map(SignIn::sub).collect(Collectors.toSet());
    }

    /** Ends every sign-in of a person, on all their browsers. */
    void revokeAll(String sub) {
        mongo.remove(Query.query(Criteria.where("sub").is(sub)), SignIn.class);
    }

    private GroupsToRoles groups() {
        return new GroupsToRoles(settings.groupsClaim(), settings.groups());
    }

    private static OAuth2AuthenticationToken authentication(SignIn kept) {
        var idToken =
                new OidcIdToken(
                        kept.idToken(), kept.issuedAt(), kept.idTokenExpiresAt(), kept.claims());
        var authorities = GroupsToRoles.authorities(kept.roles());
        return new OAuth2AuthenticationToken(
                new DefaultOidcUser(authorities, idToken), authorities, REGISTRATION);
    }

    private static Optional<String> token(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    private static void write(
            HttpServletResponse response, HttpServletRequest request, String token, long seconds) {
        var cookie =
                ResponseCookie.from(COOKIE, token)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(seconds)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
