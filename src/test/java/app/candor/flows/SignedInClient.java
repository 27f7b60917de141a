package app.candor.flows;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * One of the demo's people over HTTP, without a browser; any number of pages may share it.
 *
 * @param portal its origin, {@code http://127.0.0.1:8080}
 */
record SignedInClient(HttpClient http, URI portal) {
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    static SignedInClient of(PortalProcess process, String userName) throws Exception {
        var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                        .followRedirects(HttpClient.Redirect.ALWAYS)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        var client = new SignedInClient(http, URI.create(process.url("")));
        var asked = client.get("/");
        var action = ACTION.matcher(asked.body());
        if (!action.find()) {
            throw new IOException("No sign-in at " + asked.uri());
        }
        var form = new StringBuilder("person=" + userName);
        var inputs = INPUT.matcher(asked.body());
        while (inputs.find()) {
            var name = NAME.matcher(inputs.group());
            var value = VALUE.matcher(inputs.group());
            if (name.find() && name.group(1).equals("_csrf") && value.find()) {
                form.append("&_csrf=")
                        .append(URLEncoder.encode(value.group(1), StandardCharsets.UTF_8));
            }
        }
        client.send(
                HttpRequest.newBuilder(asked.uri().resolve(action.group(1)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build());
        return client;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(portal.resolve(path)).build());
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return send(
                HttpRequest.newBuilder(portal.resolve(path))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    WebSocket socket(String path, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .header("Origin", portal.toString())
                .buildAsync(
                        URI.create(portal.toString().replaceFirst("http", "ws")).resolve(path),
                        listener)
                .join();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " at " + answer.uri());
        }
        return answer;
    }
}
