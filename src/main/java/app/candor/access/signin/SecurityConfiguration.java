package app.candor.access.signin;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
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
                // A preview shows a PDF of the portal in the portal's own page.
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/assets/**",
                                        "/keys",
                                        FAILED,
                                        StepUpPages.WRONG_PERSON,
                                        BackChannelLogoutPage.PATH)
                                .permitAll()
                                .requestMatchers(
                                        StepUpPages.PATH + "/**",
                                        "/collab/**",
                                        "/attachments/**",
                                        "/sign-out")
                                .authenticated())
                // Pictures ask for their own Origin instead, a provider's logout for its signature.
                .csrf(csrf ->
                        csrf.ignoringRequestMatchers("/attachments/*", BackChannelLogoutPage.PATH))
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

    @Bean
    ServletListenerRegistrationBean<LiveSessions> sessionsOfThisProcess(LiveSessions sessions) {
        return new ServletListenerRegistrationBean<>(sessions);
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
