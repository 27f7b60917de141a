package app.candor.access.signin;

import app.candor.access.SignInEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Logins that the identity provider ended (OpenID Connect Back-Channel Logout 1.0): the kept
 * sign-ins go, and so do the sessions on every node. Each logout is stored under its id, so it
 * serves once, and every node looks for those of others.
 */
@Component
class ProviderLogouts {

    /** How long a logout is looked at again: a request may have been restoring its sign-in. */
    private static final Duration LOOKED_AT = Duration.ofMinutes(1);

    /** Longer than any token is taken, so that none serves twice. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** As stored. */
    @Document("provider_logouts")
    record Ended(@Id String id, LogoutToken logout, Instant heardAt) {}

    /** Why a token was not taken; the caller learns no more than that. */
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotTaken(String fault) {
            super("The logout token was refused: " + fault);
        }
    }

    private final ClientRegistrationRepository clients;
    private final KeptSignIns signIns;
    private final LiveSessions sessions;
    private final MongoTemplate mongo;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProviderLogouts(
            ClientRegistrationRepository clients,
            KeptSignIns signIns,
            LiveSessions sessions,
            MongoTemplate mongo,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clients = clients;
        this.signIns = signIns;
        this.sessions = sessions;
        this.mongo = mongo;
        this.events = events;
        this.clock = clock;
        mongo.indexOps(Ended.class).createIndex(new Index().on("heardAt", Sort.Direction.ASC));
    }

    /**
     * @param token as the provider posted it
     * @throws NotTaken if it is not the provider's, not for this portal, or came before
     */
    void take(String token) {
        var client =
                Objects.requireNonNull(
                        clients.findByRegistrationId(SecurityConfiguration.REGISTRATION));
        var verified = verified(client, token);
        LogoutToken.fault(verified, issuer(client), client.getClientId(), clock.instant())
                .ifPresent(fault -> {
                    throw new NotTaken(fault);
                });
        var logout = LogoutToken.of(verified);
        try {
            mongo.insert(new Ended(logout.id(), logout, clock.instant()));
        } catch (DuplicateKeyException again) {
            throw new NotTaken("it came before");
        }
        for (var person : end(logout)) {
            events.publishEvent(
                    new SignInEvent(
                            logout.id() + ":" + person,
                            person,
                            "signed out by the identity provider",
                            clock.instant()));
        }
    }

    /** What other nodes heard, and what this one heard while a request was on its way. */
    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT5S")
    void lookAround() {
        var now = clock.instant();
        mongo.find(Query.query(Criteria.where("heardAt").gt(now.minus(LOOKED_AT))), Ended.class)
                .forEach(ended -> end(ended.logout()));
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    void forgetOld() {
        var before = clock.instant().minus(KEPT);
        mongo.remove(Query.query(Criteria.where("heardAt").lt(before)), Ended.class);
    }

    private java.util.Set<String> end(LogoutToken logout) {
        var people = signIns.end(logout);
        sessions.end(logout);
        return people;
    }

    private static Jwt verified(ClientRegistration client, String token) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(
                                Objects.requireNonNull(client.getProviderDetails().getJwkSetUri()))
                        .validateType(false)
                        .jwsAlgorithms(allowed -> {
                            allowed.add(SignatureAlgorithm.RS256);
                            allowed.add(SignatureAlgorithm.PS256);
                            allowed.add(SignatureAlgorithm.ES256);
                        })
                        .build();
        // The usual validators want the type of an id token.
        decoder.setJwtValidator(new JwtTimestampValidator());
        try {
            return decoder.decode(token);
        } catch (JwtException unreadable) {
            throw new NotTaken("its signature is not the provider's, or it is over");
        }
    }

    private static String issuer(ClientRegistration client) {
        return Objects.requireNonNull(client.getProviderDetails().getIssuerUri());
    }
}
