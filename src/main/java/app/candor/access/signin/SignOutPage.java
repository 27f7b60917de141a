package app.candor.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Signs out in a request of its own. A click that travels over the page's WebSocket has no response
 * that could drop the cookie or go on to the provider (RP-Initiated Logout 1.0).
 */
@Controller
class SignOutPage {
    private final KeptSignIns signIns;
    private final OidcClientInitiatedLogoutSuccessHandler toProvider;

    SignOutPage(KeptSignIns signIns, ClientRegistrationRepository clients) {
        this.signIns = signIns;
        this.toProvider = new OidcClientInitiatedLogoutSuccessHandler(clients);
        toProvider.setPostLogoutRedirectUri("{baseUrl}/");
    }

    @GetMapping("/sign-out")
    void signOut(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        signIns.forget(request, response);
        new SecurityContextLogoutHandler().logout(request, response, login);
        toProvider.onLogoutSuccess(request, response, login);
    }
}
