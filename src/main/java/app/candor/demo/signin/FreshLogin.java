package app.candor.demo.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Honours {@code prompt=login} and {@code max_age} of OpenID Connect Core 3.1.2.1: a login counts
 * for such a request only if it happened after the request was first seen.
 */
class FreshLogin extends OncePerRequestFilter {
    private static final String FIRST_SEEN = "candor.demo.first-seen";
    private static final int MOST_REQUESTS = 50;

    private final SecurityContextRepository sessions;
    private final Clock clock;

    FreshLogin(SecurityContextRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A login at that time; the server turns it into {@code auth_time}. */
    static FactorGrantedAuthority at(Instant instant) {
        return FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(instant)
                .build();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith(DemoIdentityProvider.PATH + "/authorize");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (asksForLogin(request)
                && authentication != null
                && !loggedInAfter(firstSeen(request), authentication)) {
            var nobody = SecurityContextHolder.createEmptyContext();
            SecurityContextHolder.setContext(nobody);
            sessions.saveContext(nobody, request, response);
        }
        chain.doFilter(request, response);
    }

    private static boolean loggedInAfter(Instant instant, Authentication authentication) {
        return authentication.getAuthorities().stream()
                .anyMatch(factor ->
                        factor instanceof FactorGrantedAuthority login
                                && login.getIssuedAt().isAfter(instant));
    }

    private static boolean asksForLogin(HttpServletRequest request) {
        return "login".equals(request.getParameter("prompt"))
                || "0".equals(request.getParameter("max_age"));
    }

    @SuppressWarnings("unchecked")
    private Instant firstSeen(HttpServletRequest request) {
        var session = request.getSession();
        synchronized (session.getId().intern()) {
            var seen = (Map<String, Instant>) session.getAttribute(FIRST_SEEN);
            if (seen == null) {
                seen = new LinkedHashMap<>();
                session.setAttribute(FIRST_SEEN, seen);
            }
            if (seen.size() >= MOST_REQUESTS) {
                seen.remove(seen.keySet().iterator().next());
            }
            var state = String.valueOf(request.getParameter("state"));
            return seen.computeIfAbsent(state, unseen -> clock.instant());
        }
    }
}
