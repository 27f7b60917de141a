package app.candor.access.signin;

import app.candor.access.People;
import app.candor.access.StepUp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Fresh logins by {@code prompt=login} and {@code max_age=0}, judged by the id token's {@code
 * auth_time} and never by the URL (OpenID Connect Core 3.1.2.1).
 */
@Component
class OidcStepUp implements StepUp {
    private final MongoTemplate mongo;
    private final People people;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OidcStepUp(MongoTemplate mongo, People people, Clock clock) {
        this.mongo = mongo;
        this.people = people;
        this.clock = clock;
        mongo.indexOps(FreshLoginRequest.class)
                .createIndex(new Index().on("nonce", Sort.Direction.ASC));
    }

    @Override
    public String begin(String returnTo, Collection<String> commitments) {
        if (commitments.isEmpty()) {
            throw new IllegalArgumentException("A fresh login serves at least one hash");
        }
        var id = randomText();
        var lines = new TreeSet<>(commitments);
        var nonceInput = randomText() + "\n" + String.join("\n", lines);
        mongo.save(
                new FreshLoginRequest(
                        id,
                        people.current().id(),
                        inPortal(returnTo),
                        List.copyOf(lines),
                        nonceInput,
                        hash(nonceInput),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        null));
        return StepUpPages.PATH + "/" + id;
    }

    @Override
    public Optional<Evidence> evidence(String commitment, Duration within) {
        return idToken()
                .flatMap(token ->
                        byNonce(token.getNonce())
                                .filter(login -> serves(login, commitment, within))
                                .map(login -> evidence(login, token)));
    }

    Optional<FreshLoginRequest> request(String id) {
        return Optional.ofNullable(mongo.findById(id, FreshLoginRequest.class))
                .filter(request -> request.sub().equals(people.current().id()));
    }

    Optional<FreshLoginRequest> byNonce(@Nullable String nonce) {
        return nonce == null
                ? Optional.empty()
                : Optional.ofNullable(
                        mongo.findOne(
                                Query.query(Criteria.where("nonce").is(nonce)),
                                FreshLoginRequest.class));
    }

    /**
     * Accepts the login if it is fresh.
     *
     * @return false for an older login: silent single sign-on, or a stripped parameter
     */
    boolean complete(FreshLoginRequest request, @Nullable Instant authTime) {
        if (authTime == null || authTime.isBefore(request.askedAt())) {
            return false;
        }
        mongo.save(request.completed(authTime));
        return true;
    }

    private boolean serves(FreshLoginRequest login, String commitment, Duration within) {
        var authTime = login.authTime();
        return authTime != null
                && login.sub().equals(people.current().id())
                && login.commitments().contains(commitment)
                && authTime.plus(within).isAfter(clock.instant());
    }

    private static Evidence evidence(FreshLoginRequest login, OidcIdToken token) {
        return new Evidence(
                Objects.requireNonNull(login.authTime()),
                token.getTokenValue(),
                login.nonceInput());
    }

    private static Optional<OidcIdToken> idToken() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null && login.getPrincipal() instanceof OidcUser user
                ? Optional.of(user.getIdToken())
                : Optional.empty();
    }

    private static String inPortal(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0
                ? path
                : "/";
    }

    private String randomText() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
