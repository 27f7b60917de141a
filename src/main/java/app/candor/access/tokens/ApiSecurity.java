package app.candor.access.tokens;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * The filter chain of the API. It knows tokens and no cookies, so no page can use a person's
 * sign-in for it; and it is the only chain that knows tokens.
 */
@Configuration
class ApiSecurity {
    private static final String PATHS = "/api/**";

    @Bean
    @Order(50)
    SecurityFilterChain api(
            HttpSecurity http, PersonalTokens tokens, ApiSettings settings, Clock clock)
            throws Exception {
        var rate = new RequestRate(settings.requestsPerMinute(), clock);
        http.securityMatcher(PATHS)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(context ->
                        context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(cors -> cors.configurationSource(origins(settings)))
                .addFilterBefore(new TokenFilter(tokens, rate), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/api/v1/openapi.json")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(
                                        (request, response, failure) -> {
                                            response.setHeader(
                                                    HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                                            Problem.write(
                                                    response,
                                                    401,
                                                    "No valid token",
                                                    "Send a personal token that works: Authorization: Bearer …");
                                        })
                                .accessDeniedHandler((request, response, failure) ->
                                        Problem.write(
                                                response,
                                                403,
                                                "Not allowed",
                                                "This token does not reach that.")));
        return http.build();
    }

    private static UrlBasedCorsConfigurationSource origins(ApiSettings settings) {
        var source = new UrlBasedCorsConfigurationSource();
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(settings.allowedOrigins());
        allowed.setAllowedMethods(List.of("GET", "POST"));
        allowed.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE));
        allowed.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(Duration.ofHours(1));
        source.registerCorsConfiguration(PATHS, allowed);
        return source;
    }
}
