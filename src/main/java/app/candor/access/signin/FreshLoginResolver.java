package app.candor.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** Turns the login of a step-up into one that the identity provider may not answer silently. */
class FreshLoginResolver implements OAuth2AuthorizationRequestResolver {
    static final String PARAMETER = "step-up";

    private final DefaultOAuth2AuthorizationRequestResolver ordinary;
    private final OidcStepUp stepUp;

    FreshLoginResolver(ClientRegistrationRepository clients, OidcStepUp stepUp) {
        this.ordinary =
                new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        this.stepUp = stepUp;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return fresh(request, ordinary.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(
            HttpServletRequest request, String registration) {
        return fresh(request, ordinary.resolve(request, registration));
    }

    private @Nullable OAuth2AuthorizationRequest fresh(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest login) {
        var id = request.getParameter(PARAMETER);
        if (login == null || id == null) {
            return login;
        }
        return stepUp.request(id)
                .map(asked ->
                        OAuth2AuthorizationRequest.from(login)
                                .attributes(all ->
                                        all.put(OidcParameterNames.NONCE, asked.nonceInput()))
                                .additionalParameters(all -> {
                                    all.put(OidcParameterNames.NONCE, asked.nonce());
                                    all.put("prompt", "login");
                                    all.put("max_age", "0");
                                })
                                .build())
                .orElse(login);
    }
}
