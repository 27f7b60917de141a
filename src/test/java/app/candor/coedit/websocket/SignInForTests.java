package app.candor.coedit.websocket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Signs people in without an identity provider, and plays logout and session rotation. */
@TestConfiguration(proxyBeanMethods = false)
class SignInForTests {

    @Bean
    @Order(1)
    SecurityFilterChain signInForTestsChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/for-tests/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Found by scanning, so other tests have to be kept from finding it. */
    @RestController
    @ConditionalOnProperty("candor.tests.sign-in")
    static class Desk {
        @GetMapping("/for-tests/sign-in/{person}")
        void signIn(
                @PathVariable String person,
                HttpServletRequest request,
                HttpServletResponse response) {
            var now = Instant.now();
            var token =
                    new OidcIdToken(
                            "token",
                            now,
                            now.plusSeconds(600),
                            Map.of("sub", person, "name", person));
            var staff = List.of(new SimpleGrantedAuthority("ROLE_STAFF"));
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    new OAuth2AuthenticationToken(
                            new DefaultOidcUser(staff, token), staff, "candor"));
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        }

        @GetMapping("/for-tests/rotate")
        void rotate(HttpServletRequest request) {
            request.changeSessionId();
        }

        @GetMapping("/for-tests/sign-out")
        void signOut(HttpServletRequest request) {
            request.getSession().invalidate();
        }
    }
}
