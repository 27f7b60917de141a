package app.candor.access.signin;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The browser sessions of this process, so that a logout somewhere else ends them: ending a session
 * closes its pages and the sockets that were opened in it.
 */
@Component
class LiveSessions implements HttpSessionListener {
    private static final String LOGIN =
            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final Set<HttpSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        sessions.add(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession());
    }

    void end(LogoutToken logout) {
        for (var session : sessions) {
            try {
                if (session.getAttribute(LOGIN) instanceof SecurityContext login
                        && ends(logout, login)) {
                    session.invalidate();
                }
            } catch (IllegalStateException endedMeanwhile) {
                sessions.remove(session);
            }
        }
    }

    private static boolean ends(LogoutToken logout, SecurityContext login) {
        var authentication = login.getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            return false;
        }
        var at = user.getIdToken().getIssuedAt();
        return logout.ends(
                user.getSubject(), user.getClaims().get("sid"), at == null ? Instant.MIN : at);
    }
}
