package app.candor.coedit.websocket;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.coedit.Permission;
import app.candor.coedit.TextRef;
import app.candor.coedit.TextRights;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/**
 * All open connections of this node.
 *
 * <p>A thread of its own asks for everybody's rights again every two seconds, so that somebody who
 * lost them is cut off even without touching a key. (A message is checked by itself.)
 */
@Component
class Connections implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Connections.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);

    /** Many tabs ask the same: it is answered once a sweep. */
    private record Asked(Person person, TextRef text) {}

    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final People people;
    private final TextRights rights;
    private volatile @Nullable Thread sweeper;

    Connections(People people, TextRights rights) {
        this.people = people;
        this.rights = rights;
    }

    /** Nobody new can come by then, and Tomcat has not hung up on those who are here. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;
    }

    @Override
    public void start() {
        sweeper = Thread.ofVirtual().name("collab rights").start(this::sweepForever);
    }

    @Override
    public boolean isRunning() {
        return sweeper != null;
    }

    /** The portal ends: returns when the tabs were told, or after a second. */
    @Override
    public void stop() {
        var running = sweeper;
        if (running != null) {
            running.interrupt();
            sweeper = null;
        }
        close(Closing.CONNECT_AGAIN, connection -> true);
    }

    void add(Connection connection) {
        all.add(connection);
    }

    void remove(Connection connection) {
        all.remove(connection);
    }

    boolean anyOf(String userId) {
        return all.stream().anyMatch(open -> open.person().id().equals(userId));
    }

    /**
     * Logout, time-out or revocation of the browser's session. Returns when the tabs were told, or
     * after a second.
     */
    void sessionEnded(String httpSession) {
        close(Closing.SIGN_IN_AGAIN, connection -> connection.httpSession().equals(httpSession));
    }

    private void close(CloseStatus why, Predicate<Connection> which) {
        var goodbyes =
                all.stream()
                        .filter(which)
                        .map(connection -> connection.close(why))
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(goodbyes).completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
    }

    /** The session has a new id since a login; its sockets go with it. */
    void sessionRenamed(String before, String now) {
        for (var connection : all) {
            if (connection.httpSession().equals(before)) {
                connection.follow(now);
            }
        }
    }

    void sweep() {
        Map<String, Optional<Person>> latest = new HashMap<>();
        Map<Asked, Permission> answers = new HashMap<>();
        for (var connection : all) {
            latest.computeIfAbsent(connection.person().id(), people::find)
                    .ifPresent(connection::nowKnownAs);
            var asked = new Asked(connection.person(), connection.text());
            if (!answers.computeIfAbsent(asked, one -> rights.of(one.person(), one.text()))
                    .mayRead()) {
                connection.close(Closing.NO_LONGER_ALLOWED);
            }
        }
    }

    private void sweepForever() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(SWEEP);
                sweep();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Rights could not be checked: {}", e.getClass().getName());
            }
        }
    }
}
