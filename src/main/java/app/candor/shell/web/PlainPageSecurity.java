package app.candor.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The content security policy of the pages around sign-in: they run no script at all. They say
 * nothing about where forms go, since a sign-in is sent on to the identity provider and back.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPageSecurity extends OncePerRequestFilter {
    private static final List<String> PLAIN =
            List.of("/idp/", "/sign-in-failed", "/wrong-person", "/step-up/");
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PLAIN.stream().noneMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        chain.doFilter(request, response);
    }
}
