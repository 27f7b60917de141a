package app.candor.coedit.websocket;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.stereotype.Component;

/** Ties sockets to the browser session they were opened in, for as long as it lives. */
@Component
class HttpSessions implements HttpSessionListener, HttpSessionIdListener {
    private final Connections connections;

    HttpSessions(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        connections.sessionEnded(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        connections.sessionRenamed(before, event.getSession().getId());
    }
}
