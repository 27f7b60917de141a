package app.candor.access.signin;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A browser without a screen: cookies, redirects and the demo provider's one form. */
final class BrowserSession {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient following = client(HttpClient.Redirect.ALWAYS);
    private final HttpClient staying = client(HttpClient.Redirect.NEVER);
    private final String base;

    BrowserSession(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) throws Exception {
        return following.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where a request would go on to. */
    String redirectOf(String path) throws Exception {
        var response = staying.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** The answer to a page's request, without going on. */
    int statusOf(String path) throws Exception {
        return staying.send(
                        request(path).header("Accept", "text/html").build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Presses a person's button on the demo provider's page, which {@code page} is. */
    HttpResponse<String> press(HttpResponse<String> page, String userName) throws Exception {
        var token = CSRF.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("Not the demo provider's page: " + page.uri());
        }
        var form =
                "person="
                        + userName
                        + "&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return following.send(
                request("/idp/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> signInAs(String userName) throws Exception {
        return press(get("/"), userName);
    }

    CookieManager cookies() {
        return cookies;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
    }

    private HttpClient client(HttpClient.Redirect redirects) {
        return HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirects).build();
    }
}
