package app.candor.coedit.websocket;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * Puts the handler at {@code /collab/{docId}}.
 *
 * <p>Mapped by hand: {@code @EnableWebSocket} would add a task scheduler to the application for
 * SockJS, which is not used, and with it take the place of Spring Boot's own.
 */
@Configuration
class CollabConfiguration {

    @Bean
    WebSocketHandlerMapping collabMapping(CollabHandler handler, Handshake handshake) {
        var requests =
                new WebSocketHttpRequestHandler(
                        handler, new DefaultHandshakeHandler(new TomcatUpgrade()));
        requests.setHandshakeInterceptors(List.of(handshake));
        var mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of("/collab/*", requests));
        mapping.setOrder(1);
        return mapping;
    }

    @Bean
    ServletListenerRegistrationBean<HttpSessions> collabSessions(
            ObjectProvider<Connections> connections) {
        return new ServletListenerRegistrationBean<>(new HttpSessions(connections::getObject));
    }
}
