package app.candor.demo.signin;

import app.candor.demo.DemoPerson;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * OpenID Connect provider under {@code /idp}, with its own filter chain and its own key in the
 * session, so that being signed in there is not being signed in to the portal.
 */
@Configuration
@ConditionalOnProperty("candor.demo")
class DemoIdentityProvider {
    static final String PATH = "/idp";
    private static final String SESSION_KEY = "candor.demo.idp";

    private final DemoClient client;

    DemoIdentityProvider(Environment environment) {
        DemoGuard.check(environment);
        this.client = new DemoClient(environment);
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        client.listensOn(event.getWebServer().getPort());
    }

    @Bean
    @Order(10)
    SecurityFilterChain identityProvider(HttpSecurity http, FreshLogin freshLogin)
            throws Exception {
        var sessions = demoSessions();
        http.securityMatcher(PATH + "/**")
                .securityContext(context -> context.securityContextRepository(sessions))
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.oidc(Customizer.withDefaults()))
                .addFilterAfter(freshLogin, SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(PATH + "/sign-in")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint(PATH + "/sign-in")));
        return http.build();
    }

    @Bean
    HttpSessionSecurityContextRepository demoSessions() {
        var sessions = new HttpSessionSecurityContextRepository();
        sessions.setSpringSecurityContextKey(SESSION_KEY);
        return sessions;
    }

    @Bean
    FreshLogin freshLogin(HttpSessionSecurityContextRepository demoSessions, Clock clock) {
        return new FreshLogin(demoSessions, clock);
    }

    @Bean
    RegisteredClientRepository demoClients() {
        return client;
    }

    @Bean
    AuthorizationServerSettings demoServerSettings() {
        return AuthorizationServerSettings.builder()
                .authorizationEndpoint(PATH + "/authorize")
                .tokenEndpoint(PATH + "/token")
                .jwkSetEndpoint(PATH + "/keys")
                .oidcUserInfoEndpoint(PATH + "/userinfo")
                .oidcLogoutEndpoint(PATH + "/logout")
                .tokenRevocationEndpoint(PATH + "/revoke")
                .tokenIntrospectionEndpoint(PATH + "/introspect")
                .build();
    }

    @Bean
    JWKSource<SecurityContext> demoKeys(Environment environment) {
        return new ImmutableJWKSet<>(new JWKSet(DemoKey.in(environment)));
    }

    @Bean
    JwtDecoder demoTokenDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> demoClaims() {
        return context -> {
            if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                return;
            }
            Authentication principal = Objects.requireNonNull(context.getPrincipal());
            DemoPerson.of(principal.getName())
                    .ifPresent(person -> {
                        var claims = context.getClaims();
                        claims.subject(person.sub());
                        claims.claim("name", person.fullName());
                        claims.claim("email", person.email());
                        claims.claim("title", person.title());
                        claims.claim("groups", person.groups());
                    });
        };
    }

    @Bean
    ClientRegistrationRepository demoProvider() {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
    }

    private ClientRegistration registration() {
        var base = client.address();
        return ClientRegistration.withRegistrationId("candor")
                .clientId(DemoClient.ID)
                .clientSecret(client.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
                .issuerUri(base)
                .authorizationUri(base + PATH + "/authorize")
                .tokenUri(base + PATH + "/token")
                .jwkSetUri(base + PATH + "/keys")
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(
                        java.util.Map.of("end_session_endpoint", base + PATH + "/logout"))
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .build();
    }
}
