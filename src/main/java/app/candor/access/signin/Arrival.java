package app.candor.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What happens once the identity provider vouched for somebody: known, kept, and on their way. */
@Component
class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {
    private final KnownPeople people;
    private final KeptSignIns signIns;

    Arrival(KnownPeople people, KeptSignIns signIns) {
        this.people = people;
        this.signIns = signIns;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        if (login.getPrincipal() instanceof OidcUser user) {
            people.arrived(user, GroupsToRoles.rolesIn(login.getAuthorities()));
            signIns.keep(user, request, response);
        }
        super.onAuthenticationSuccess(request, response, login);
    }
}
