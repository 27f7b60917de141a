package app.candor.coedit.websocket;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.function.Supplier;

/** Ties sockets to the browser session they were opened in, for as long as it lives. */
final class HttpSessions implements HttpSessionListener, HttpSessionIdListener {
    private final Supplier<Connections> connections;

    HttpSessions(Supplier<Connections> connections) {
        this.connections = connections;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        connections.get().sessionEnded(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        connections.get().sessionRenamed(before, event.getSession().getId());
    }
}
