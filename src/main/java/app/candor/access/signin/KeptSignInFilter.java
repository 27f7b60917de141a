package app.candor.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a browser in again from its kept sign-in when its session is gone: after a restart. */
class KeptSignInFilter extends OncePerRequestFilter {
    private final KeptSignIns signIns;
    private final SecurityContextRepository sessions;

    KeptSignInFilter(KeptSignIns signIns, SecurityContextRepository sessions) {
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            signIns.restore(request)
                    .ifPresent(authentication -> {
                        var context = SecurityContextHolder.createEmptyContext();
                        context.setAuthentication(authentication);
                        SecurityContextHolder.setContext(context);
                        sessions.saveContext(context, request, response);
                    });
        }
        chain.doFilter(request, response);
    }
}
