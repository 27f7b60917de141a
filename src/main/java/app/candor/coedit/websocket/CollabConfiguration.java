package app.candor.coedit.websocket;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.catalina.Lifecycle;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
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
        var requests = new WebSocketHttpRequestHandler(handler, new WithoutCompression());
        requests.setHandshakeInterceptors(List.of(handshake));
        var mapping = new WebSocketHandlerMapping();
        mapping.setUrlMap(Map.of("/collab/*", requests));
        mapping.setOrder(1);
        return mapping;
    }

    /** Added once Tomcat has started, and so after the listener of its own WebSocket support. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> collabSessions(
            ObjectProvider<Connections> connections) {
        var sessions = new HttpSessions(connections::getObject);
        return factory ->
                factory.addContextCustomizers(context ->
                        context.addLifecycleListener(event -> {
                            if (event.getType().equals(Lifecycle.AFTER_START_EVENT)) {
                                context.setApplicationLifecycleListeners(
                                        with(context.getApplicationLifecycleListeners(), sessions));
                                context.setApplicationEventListeners(
                                        with(context.getApplicationEventListeners(), sessions));
                            }
                        }));
    }

    private static Object[] with(Object[] listeners, Object last) {
        return Stream.concat(Stream.of(listeners), Stream.of(last)).toArray();
    }

    /** A key press is too small to be worth compressing, once for each of two hundred readers. */
    private static final class WithoutCompression extends DefaultHandshakeHandler {
        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request,
                List<WebSocketExtension> requested,
                List<WebSocketExtension> supported) {
            return List.of();
        }
    }
}
