package app.candor.flows;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * An open page without a browser: it asks as the page's own script does, so that the server holds a
 * real UI for it, and listens to what is pushed.
 */
final class ProtocolPage implements AutoCloseable, WebSocket.Listener {
    private final SignedInClient person;
    private final Consumer<String> heard;
    private final StringBuilder part = new StringBuilder();
    private final String ui;
    private final String key;
    private final Duration took;
    private final WebSocket push;

    /**
     * @param heard gets every pushed message, on a thread of the client
     */
    static ProtocolPage open(SignedInClient person, String path, Consumer<String> heard)
            throws Exception {
        return new ProtocolPage(person, path, heard);
    }

    private ProtocolPage(SignedInClient person, String path, Consumer<String> heard)
            throws Exception {
        this.person = person;
        this.heard = heard;
        var begun = System.nanoTime();
        person.get(path);
        var init =
                person.get(
                                "/?v-r=init&location=%s&query=&v-wn=%s"
                                        .formatted(
                                                URLEncoder.encode(
                                                        path.substring(1), StandardCharsets.UTF_8),
                                                UUID.randomUUID()))
                        .body();
        ui = found(init, "\"v-uiId\":(\\d+)");
        key = found(init, "\"Vaadin-Security-Key\":\"([^\"]+)\"");
        var built =
                person.post(
                                "/?v-r=uidl&v-uiId=" + ui,
                                """
                                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":\
                                {"route":"%s","query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}],\
                                "syncId":0,"clientId":0}\
                                """
                                        .formatted(key, path))
                        .body();
        took = Duration.ofNanos(System.nanoTime() - begun);
        if (!built.contains("room-head")) {
            throw new IOException("No room at " + path + ": " + built);
        }
        push =
                person.socket(
                        "/VAADIN/push?v-r=push&v-uiId=%s&v-pushId=%s&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%%20charset=UTF-8&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=1"
                                .formatted(ui, found(init, "\"Vaadin-Push-ID\":\"([^\"]+)\"")),
                        this);
    }

    /** From the first request until the answer that builds the page. */
    Duration took() {
        return took;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.accept(part.toString());
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }

    /** Tells the server, as a page that is left does. */
    @Override
    public void close() throws Exception {
        person.post(
                "/?v-r=uidl&v-uiId=" + ui,
                "{\"csrfToken\":\"%s\",\"rpc\":[],\"syncId\":-1,\"clientId\":-1,\"UNLOAD\":true}"
                        .formatted(key));
        push.abort();
    }

    private static String found(String init, String pattern) throws IOException {
        var matcher = Pattern.compile(pattern).matcher(init);
        if (!matcher.find()) {
            throw new IOException("No " + pattern + " in: " + init);
        }
        return matcher.group(1);
    }
}
