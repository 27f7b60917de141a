package app.candor.access.tokens;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.access.SignInEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** The desk where people make tokens for their tools and take them back. */
@Service
public class PersonalTokens {
    /** Longest life of a token. */
    public static final Duration LONGEST = Duration.ofDays(90);

    /** A token sleeps once its owner has not signed in for so long; signing in wakes it. */
    public static final Duration OWNER_AWAY = Duration.ofDays(14);

    private static final String PREFIX = "candor_";
    private static final int BYTES = 32;
    private static final int MOST = 10;
    private static final int LONGEST_NAME = 60;

    private final MongoTemplate mongo;
    private final Access access;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PersonalTokens(
            MongoTemplate mongo,
            Access access,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mongo = mongo;
        this.access = access;
        this.people = people;
        this.events = events;
        this.clock = clock;
        mongo.indexOps(PersonalToken.class)
                .createIndex(new Index().on("owner", Sort.Direction.ASC));
    }

    /**
     * A token that was just made.
     *
     * @param secret shown this once; only its hash is kept
     */
    public record Made(PersonalToken token, String secret) {}

    /**
     * @param name what its owner calls it, 1 to 60 characters
     * @param life 1 to 90 days
     * @throws Refused without a name or scope, with one that the person is not allowed, with a life
     *     that is too long, or if they have ten tokens already
     */
    public Made make(String name, Set<TokenScope> scopes, Duration life) {
        var person = access.require(Act.MAKE_TOKEN, Guarded.open());
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Refused("Name the token after the tool that uses it, in 1 to 60 characters.");
        }
        if (scopes.isEmpty()) {
            throw new Refused("Choose what the token may be used for.");
        }
        if (scopes.contains(TokenScope.RECORD_COPY)) {
            access.require(Act.COPY_ANSWER, Guarded.open());
        }
        if (life.compareTo(Duration.ofDays(1)) < 0 || life.compareTo(LONGEST) > 0) {
            throw new Refused("A token lives for 1 to 90 days.");
        }
        var now = now();
        if (mine().stream().filter(token -> token.worksAt(now)).count() >= MOST) {
            throw new Refused("You have ten tokens. Revoke one that no tool needs any more.");
        }
        var secret = secret();
        var token =
                new PersonalToken(
                        hash(secret),
                        person.id(),
                        name.strip(),
                        scopes,
                        now,
                        now.plus(life),
                        now,
                        null,
                        null);
        mongo.insert(token);
        tell(person.id(), "personal token made");
        return new Made(token, secret);
    }

    /** The current person's, newest first; those that were revoked or are over included. */
    public List<PersonalToken> mine() {
        return mongo
                .find(
                        Query.query(Criteria.where("owner").is(people.current().id())),
                        PersonalToken.class)
                .stream()
                .sorted(Comparator.comparing(PersonalToken::madeAt).reversed())
                .toList();
    }

    /** Whether it can be used now. */
    public boolean works(PersonalToken token) {
        return token.worksAt(clock.instant());
    }

    /**
     * Ends one of one's own at once; a repeat changes nothing.
     *
     * @throws NotFound if the person has none of that id
     */
    public void revoke(String id) {
        var person = access.require(Act.MAKE_TOKEN, Guarded.open());
        var own = Criteria.where("_id").is(id).and("owner").is(person.id());
        if (!mongo.exists(Query.query(own), PersonalToken.class)) {
            throw new NotFound();
        }
        var changed =
                mongo.updateFirst(
                        Query.query(own.and("revokedAt").is(null)),
                        Update.update("revokedAt", now()),
                        PersonalToken.class);
        if (changed.getModifiedCount() == 1) {
            tell(person.id(), "personal token revoked");
        }
    }

    /** Who sends the token, if it works now; empty for any other text. */
    Optional<TokenSignIn> signIn(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var now = now();
        var token = mongo.findById(hash(secret), PersonalToken.class);
        if (token == null || !token.worksAt(now)) {
            return Optional.empty();
        }
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(token.usedAt())) {
            mongo.updateFirst(
                    Query.query(Criteria.where("_id").is(token.id())),
                    Update.update("usedAt", minute),
                    PersonalToken.class);
        }
        return people.find(token.owner())
                .map(person -> new TokenSignIn(person, token.scopes(), token.id()));
    }

    /** Its owner came by, so their tokens go on. */
    public void ownerSignedIn(String person) {
        mongo.updateMulti(
                Query.query(Criteria.where("owner").is(person)),
                Update.update("ownerSeenAt", now()),
                PersonalToken.class);
    }

    private void tell(String person, String what) {
        events.publishEvent(
                new SignInEvent(UUID.randomUUID().toString(), person, what, clock.instant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String secret() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
