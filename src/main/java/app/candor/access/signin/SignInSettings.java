package app.candor.access.signin;

import app.candor.access.Role;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param issuer the identity provider; unset means the demo sign-in
 * @param clientId as registered there
 * @param clientSecret as registered there
 * @param groupsClaim id-token claim that lists groups
 * @param groups allow-list: a group that is not here gives nothing
 * @param lifetime how long a sign-in lasts without a new login
 */
@ConfigurationProperties("candor.sign-in")
public record SignInSettings(
        @Nullable String issuer,
        @DefaultValue("candor") String clientId,
        @Nullable String clientSecret,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, Role> groups,
        @DefaultValue("12h") Duration lifetime) {}
