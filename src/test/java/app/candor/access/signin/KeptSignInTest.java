package app.candor.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.demo.DemoPerson;
import java.net.HttpCookie;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"candor.demo=empty", "candor.data=target/test-data/kept-sign-in"})
class KeptSignInTest {
    @LocalServerPort int port;
    @Autowired KeptSignIns signIns;
    @Autowired MongoTemplate mongo;

    private BrowserSession browser;

    @BeforeEach
    void somebodySignedIn() throws Exception {
        browser = new BrowserSession(port);
        browser.signInAs("csm");
    }

    @Test
    void aBrowserIsSignedInAgainWhenTheServerForgotItsSession() throws Exception {
        drop("JSESSIONID");

        assertThat(browser.get("/").uri().getPath()).isEqualTo("/");
    }

    @Test
    void aRevokedSignInEndsOnceTheSessionIsGone() throws Exception {
        signIns.revokeAll(DemoPerson.CSM.sub());
        drop("JSESSIONID");

        assertThat(browser.redirectOf("/")).endsWith("/oauth2/authorization/candor");
    }

    @Test
    void onlyAHashOfTheCookieIsStored() {
        var cookie = cookie(KeptSignIns.COOKIE).getValue();

        assertThat(mongo.findAll(SignIn.class))
                .isNotEmpty()
                .noneMatch(kept -> kept.toString().contains(cookie));
    }

    @Test
    void theSessionIdChangesAtLogin() throws Exception {
        var visitor = new BrowserSession(port);
        var page = visitor.get("/");
        var before = session(visitor);

        visitor.press(page, "csm");

        assertThat(session(visitor)).isNotEqualTo(before);
    }

    private void drop(String name) {
        browser.cookies().getCookieStore().remove(null, cookie(name));
    }

    private HttpCookie cookie(String name) {
        return cookie(browser, name);
    }

    private static String session(BrowserSession of) {
        return cookie(of, "JSESSIONID").getValue();
    }

    private static HttpCookie cookie(BrowserSession of, String name) {
        List<HttpCookie> all = of.cookies().getCookieStore().getCookies();
        return all.stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
