package app.candor.access.signin;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.stereotype.Component;

/**
 * Sign-ins inside this process, for the demo's provider when it tells its own past. Whoever calls
 * this has verified the token; an architecture test lets nobody but the demo do so.
 */
@Component
public class VouchedSignIns {
    private final KnownPeople people;
    private final OidcStepUp stepUp;
    private final GroupsToRoles groups;

    VouchedSignIns(KnownPeople people, OidcStepUp stepUp, SignInSettings settings) {
        this.people = people;
        this.stepUp = stepUp;
        this.groups = new GroupsToRoles(settings.groupsClaim(), settings.groups());
    }

    /** The person of the token with the roles of its groups, known from now on. */
    public Authentication signIn(OidcIdToken verified) {
        var roles = groups.roles(verified.getClaims());
        var authorities = GroupsToRoles.authorities(roles);
        var user = new DefaultOidcUser(authorities, verified);
        people.arrived(user, roles);
        return new OAuth2AuthenticationToken(
                user, List.copyOf(authorities), SecurityConfiguration.REGISTRATION);
    }

    /** The nonce that a token has to carry to answer the fresh login begun under that path. */
    public String nonceOf(String path) {
        return stepUp.request(path.substring(path.lastIndexOf('/') + 1)).orElseThrow().nonce();
    }

    /** Takes the token as the answer to the fresh login that its nonce names. */
    public boolean answer(OidcIdToken verified) {
        return stepUp.byNonce(verified.getNonce())
                .filter(asked -> asked.sub().equals(verified.getSubject()))
                .map(asked -> stepUp.complete(asked, verified.getAuthenticatedAt()))
                .orElse(false);
    }
}
