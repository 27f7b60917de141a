package app.candor.demo.signin;

import app.candor.demo.DemoPerson;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/** Id tokens signed with the demo provider's key, as its token endpoint would issue them. */
@Component
@ConditionalOnProperty("candor.demo")
public class DemoTokens {
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final Environment environment;

    DemoTokens(Environment environment) {
        this.environment = environment;
    }

    /**
     * @param nonce of a fresh login; null for an ordinary one
     * @param at when the person logged in
     */
    public OidcIdToken issue(DemoPerson person, @Nullable String nonce, Instant at) {
        try {
            var key = DemoKey.in(environment);
            var expires = at.plus(LIFETIME);
            var claims = claims(person, nonce, at, expires);
            var jwt = new SignedJWT(header(key.getKeyID()), JWTClaimsSet.parse(dated(claims)));
            jwt.sign(new RSASSASigner(key));
            return new OidcIdToken(jwt.serialize(), at, expires, claims);
        } catch (JOSEException | java.text.ParseException e) {
            throw new IllegalStateException("The demo provider cannot sign", e);
        }
    }

    private static JWSHeader header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
    }

    private Map<String, Object> claims(
            DemoPerson person, @Nullable String nonce, Instant at, Instant expires) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put(
                "iss", Objects.requireNonNull(environment.getProperty("spring.application.name")));
        claims.put("sub", person.sub());
        claims.put("iat", at);
        claims.put("exp", expires);
        claims.put("auth_time", at);
        claims.put("name", person.fullName());
        claims.put("email", person.email());
        claims.put("title", person.title());
        claims.put("groups", person.groups());
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return claims;
    }

    private static Map<String, Object> dated(Map<String, Object> claims) {
        var dated = new LinkedHashMap<>(claims);
        dated.replaceAll((name, value) ->
                value instanceof Instant instant ? Date.from(instant).getTime() / 1000 : value);
        return dated;
    }
}
