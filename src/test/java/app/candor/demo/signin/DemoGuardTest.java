package app.candor.demo.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DemoGuardTest {
    private final MockEnvironment environment =
            new MockEnvironment().withProperty("server.address", "127.0.0.1");

    @Test
    void theDemoStartsOnLoopback() {
        assertThatCode(() -> DemoGuard.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void theDemoRefusesARealIssuer() {
        environment.setProperty("candor.sign-in.issuer", "https://sso.example.com");

        assertThatThrownBy(() -> DemoGuard.check(environment))
                .hasMessageContaining("real identity provider");
    }

    @Test
    void theDemoRefusesTheProdProfile() {
        environment.setActiveProfiles("prod");

        assertThatThrownBy(() -> DemoGuard.check(environment)).hasMessageContaining("prod");
    }

    @Test
    void theDemoRefusesAnAddressThatOthersReach() {
        environment.setProperty("server.address", "0.0.0.0");

        assertThatThrownBy(() -> DemoGuard.check(environment)).hasMessageContaining("loopback");
    }
}
