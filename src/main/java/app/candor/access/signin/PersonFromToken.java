package app.candor.access.signin;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Reads the person and, by the allow-list, the roles out of a verified id token. */
@Component
class PersonFromToken extends OidcUserService {
    private final GroupsToRoles groups;

    PersonFromToken(SignInSettings settings) {
        this.groups = new GroupsToRoles(settings.groupsClaim(), settings.groups());
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = super.loadUser(request);
        var authorities = GroupsToRoles.authorities(groups.roles(user.getClaims()));
        return new DefaultOidcUser(authorities, user.getIdToken(), user.getUserInfo());
    }
}
