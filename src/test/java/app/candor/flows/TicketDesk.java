package app.candor.flows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A page of another company's tool, of another origin, with Candor's panel beside a ticket. */
final class TicketDesk implements AutoCloseable {
    private final HttpServer server;
    private volatile String page = "";

    private TicketDesk(HttpServer server) {
        this.server = server;
    }

    static TicketDesk open() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var desk = new TicketDesk(server);
        server.createContext(
                "/",
                exchange -> {
                    var bytes = desk.page.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        return desk;
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void shows(PortalProcess portal) {
        page =
                """
                <!doctype html>
                <html lang="en">
                <head><title>Ticket 48213</title><link rel="icon" href="data:,"></head>
                <body style="font-family: serif; width: 340px">
                <h1>Ticket 48213</h1>
                <script src="%s"></script>
                <candor-faq customer="Halden Outdoor" ticket="48213"></candor-faq>
                </body>
                </html>
                """
                        .formatted(portal.url("/assets/faq-panel.js"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
