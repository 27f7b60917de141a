package app.candor.access.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request in by the token in its {@code Authorization} header and by nothing else; keeps
 * count of what each token sends and of how large it is.
 */
final class TokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int LARGEST_BODY = 16 * 1024;

    private final PersonalTokens tokens;
    private final RequestRate rate;

    TokenFilter(PersonalTokens tokens, RequestRate rate) {
        this.tokens = tokens;
        this.rate = rate;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (tooLarge(request)) {
            Problem.write(
                    response,
                    413,
                    "Too large",
                    "A request has at most 16 KB and says how large it is.");
            return;
        }
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME)) {
            chain.doFilter(request, response);
            return;
        }
        var signIn = tokens.signIn(header.substring(SCHEME.length()).strip());
        if (signIn.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var wait = rate.count(signIn.get().tokenId());
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
            Problem.write(
                    response, 429, "Too many requests", "This token sent too many requests. Wait.");
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signIn.get());
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static boolean tooLarge(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        var chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return length > LARGEST_BODY || (length < 0 && chunked);
    }
}
