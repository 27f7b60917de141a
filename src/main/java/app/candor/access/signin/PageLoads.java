package app.candor.access.signin;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets a signed-in browser load any address as a page, so that one without a page is answered by
 * the portal's own “Nothing here”; every other kind of request to an address that nobody opened
 * stays refused.
 */
class PageLoads implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> login,
            RequestAuthorizationContext context) {
        var request = context.getRequest();
        var accepts = request.getHeader(HttpHeaders.ACCEPT);
        var page =
                HttpMethod.GET.matches(request.getMethod())
                        && accepts != null
                        && accepts.contains(MediaType.TEXT_HTML_VALUE);
        var person = login.get();
        return new AuthorizationDecision(
                page
                        && person != null
                        && person.isAuthenticated()
                        && !(person instanceof AnonymousAuthenticationToken));
    }
}
