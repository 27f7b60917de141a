package app.candor.access.signin;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The portal's filter chain: everything needs a sign-in but the assets and the public pages. */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {
    static final String REGISTRATION = "candor";
    static final String FAILED = "/sign-in-failed";

    @Bean
    @Order(100)
    SecurityFilterChain portal(
            HttpSecurity http,
            ClientRegistrationRepository clients,
            KeptSignIns signIns,
            Arrival arrival,
            OidcStepUp stepUp,
            PersonFromToken personFromToken)
            throws Exception {
        var sessions = new HttpSessionSecurityContextRepository();
        // Vaadin's configurer takes the handler from here and would replace any other
        http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, arrival);
        http.securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionFixation(id -> id.changeSessionId()))
                .addFilterAfter(
                        new KeptSignInFilter(signIns, sessions), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/assets/**", "/keys", FAILED, StepUpPages.WRONG_PERSON)
                                .permitAll()
                                .requestMatchers(
                                        StepUpPages.PATH + "/**",
                                        "/collab/**",
                                        "/attachments/**",
                                        "/sign-out")
                                .authenticated())
                // Asks for its own Origin instead: no form can send a picture.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/attachments/*"))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin ->
                                vaadin.anyRequest(any -> any.access(new PageLoads()))
                                        .oauth2LoginPage("/oauth2/authorization/" + REGISTRATION)
                                        .logoutSuccessHandler(toProvider(clients))
                                        .addLogoutHandler((request, response, login) ->
                                                signIns.forget(request, response)))
                .oauth2Login(login ->
                        login.authorizedClientRepository(
                                        new HttpSessionOAuth2AuthorizedClientRepository())
                                .authorizationEndpoint(endpoint ->
                                        endpoint.authorizationRequestResolver(
                                                new FreshLoginResolver(clients, stepUp)))
                                .userInfoEndpoint(info -> info.oidcUserService(personFromToken))
                                .failureHandler((request, response, failure) ->
                                        response.sendRedirect(FAILED)));
        return http.build();
    }

    /**
     * RP-initiated logout (OpenID Connect RP-Initiated Logout 1.0): ends it at the provider too.
     */
    private static OidcClientInitiatedLogoutSuccessHandler toProvider(
            ClientRegistrationRepository clients) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }
}
