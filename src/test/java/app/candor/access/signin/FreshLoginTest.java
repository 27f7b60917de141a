package app.candor.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.demo.DemoPerson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"candor.demo=empty", "candor.data=target/test-data/fresh-login"})
class FreshLoginTest {
    private static final String HASH = "7c1e00aa94f";

    @LocalServerPort int port;
    @Autowired OidcStepUp stepUp;
    @Autowired MongoTemplate mongo;

    @AfterEach
    void nobodyActs() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aFreshLoginByTheSamePersonCountsAndReturnsToThePage() throws Exception {
        var browser = new BrowserSession(port);
        browser.signInAs("legal");
        var path = begunBy(DemoPerson.LEGAL);

        var back = browser.press(browser.get(path), "legal");

        assertThat(back.uri().getPath()).isEqualTo("/approvals");
        assertThat(completed(path)).isNotNull();
    }

    @Test
    void theIdTokenOfAFreshLoginCommitsToWhatIsSigned() throws Exception {
        var browser = new BrowserSession(port);
        browser.signInAs("legal");
        var path = begunBy(DemoPerson.LEGAL);

        browser.press(browser.get(path), "legal");

        var asked = mongo.findById(id(path), FreshLoginRequest.class);
        assertThat(asked).isNotNull();
        assertThat(asked.nonceInput()).endsWith("\n" + HASH);
        var kept =
                mongo.findAll(SignIn.class).stream()
                        .filter(signIn -> asked.nonce().equals(signIn.claims().get("nonce")))
                        .toList();
        assertThat(kept).hasSize(1);
    }

    @Test
    void aLoginCompletedBySomebodyElseEndsTheSession() throws Exception {
        var browser = new BrowserSession(port);
        browser.signInAs("legal");
        var path = begunBy(DemoPerson.LEGAL);

        var end = browser.press(browser.get(path), "legal2");

        assertThat(end.statusCode()).isEqualTo(403);
        assertThat(end.body()).contains("That was somebody else");
        assertThat(completed(path)).isNull();
        assertThat(browser.redirectOf("/")).contains("/oauth2/authorization/");
    }

    @Test
    void silentSingleSignOnWithStrippedParametersDoesNotCount() throws Exception {
        var browser = new BrowserSession(port);
        browser.signInAs("legal");
        pauseToTheNextSecond();
        var path = begunBy(DemoPerson.LEGAL);

        var asked = browser.redirectOf(browser.redirectOf(path));
        assertThat(asked).contains("prompt=login").contains("max_age=0");
        browser.get(asked.replace("&prompt=login", "").replace("&max_age=0", ""));

        assertThat(completed(path)).isNull();
    }

    @Test
    void theFreshLoginOfAnotherPersonCannotBeStarted() throws Exception {
        var browser = new BrowserSession(port);
        browser.signInAs("legal2");

        assertThat(browser.get(begunBy(DemoPerson.LEGAL)).statusCode()).isEqualTo(404);
    }

    private String begunBy(DemoPerson person) {
        var token =
                new OidcIdToken(
                        "token",
                        Instant.EPOCH,
                        Instant.MAX,
                        Map.of("sub", person.sub(), "name", person.fullName()));
        var user = new DefaultOidcUser(GroupsToRoles.authorities(Set.of()), token);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new OAuth2AuthenticationToken(user, user.getAuthorities(), "candor"));
        return stepUp.begin("/approvals", List.of(HASH));
    }

    private Instant completed(String path) {
        var request = mongo.findById(id(path), FreshLoginRequest.class);
        return request == null ? null : request.authTime();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@code auth_time} counts whole seconds, so the older login has to lie in an earlier one. */
    private static void pauseToTheNextSecond() {
        var next = Instant.now().getEpochSecond() + 1;
        while (Instant.now().getEpochSecond() < next) {
            Thread.onSpinWait();
        }
    }
}
