package app.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.MovableClock;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.embedded.TestMongo;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Events that some listener cannot take, and those that have to get past them. */
class OwedEventsTest {
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration QUIET = Duration.ofMinutes(3);

    private static TestMongo server;
    private static MongoClient client;

    private final MovableClock clock = new MovableClock();
    private final Set<String> impossible = new HashSet<>();
    private final List<String> tried = new ArrayList<>();
    private MongoTemplate mongo;
    private AggregateStore<Lamp> lamps;
    private LeftoverDelivery leftovers;

    record Lamp(String name) {}

    record Lit(String lamp) implements DomainEvent {
        @Override
        public String subject() {
            return "lamp:" + lamp;
        }

        @Override
        public String action() {
            return "lit";
        }
    }

    @BeforeAll
    static void aDatabase() {
        server = new TestMongo();
        client = MongoClients.create(server.uri());
    }

    @AfterAll
    static void noDatabase() {
        client.close();
        server.close();
    }

    @BeforeEach
    void aStore() {
        mongo = new MongoTemplate(client, "owed-" + UUID.randomUUID());
        var stores = node();
        lamps = stores.of("lamps", Lamp.class);
        leftovers = new LeftoverDelivery(stores);
    }

    private AggregateStores node() {
        var relay = new EventRelay(mongo, new AuditLog(mongo, clock), this::listen);
        return new AggregateStores(mongo, relay, new Nobody(), clock);
    }

    @Test
    void anEventThatFailsIsToldOnceItsListenerCanTakeIt() {
        impossible.add("desk");
        light("desk");
        assertThat(tried).containsExactly("desk");

        impossible.clear();
        look(2);
        look(2);

        assertThat(tried).containsExactly("desk", "desk");
    }

    @Test
    void anEventThatFailsAgainAndAgainIsTriedEveryMinuteInTheEnd() {
        impossible.add("desk");
        light("desk");

        look(200);
        assertThat(tried.size()).isBetween(10, 18);

        tried.clear();
        impossible.clear();
        look(20);
        assertThat(tried).containsExactly("desk");
    }

    @Test
    void eventsThatFailForeverAreNotInTheWayOfOthers() {
        for (var i = 0; i < 150; i++) {
            impossible.add("broken " + i);
            light("broken " + i);
        }
        impossible.add("desk");
        light("desk");
        impossible.remove("desk");

        look(4);

        assertThat(tried.stream().filter("desk"::equals)).hasSize(2);
    }

    @Test
    void whereAllGoesWellNobodyLooksForWhatWasLeft() {
        assertThat(lamps.mayOwe()).isTrue();

        clock.advance(QUIET);
        light("desk");

        assertThat(lamps.mayOwe()).isFalse();
    }

    @Test
    void anEventThatFailsAfterAQuietTimeIsTriedWithinSeconds() {
        clock.advance(QUIET);
        look(1);
        impossible.add("desk");
        light("desk");
        impossible.clear();

        look(3);

        assertThat(tried).containsExactly("desk", "desk");
        clock.advance(QUIET);
        assertThat(lamps.mayOwe()).isFalse();
    }

    @Test
    void aWriteThatFailedMayHaveBeenDoneAllTheSame() {
        light("desk");
        clock.advance(QUIET);

        assertThatThrownBy(() -> light("desk")).isInstanceOf(DuplicateKeyException.class);

        assertThat(lamps.mayOwe()).isTrue();
    }

    @Test
    void whatAnotherNodeLeftIsToldWithinHalfAMinute() {
        clock.advance(QUIET);
        look(1);
        impossible.add("desk");
        node().of("lamps", Lamp.class).insert("desk", lit("desk"));
        impossible.clear();

        look(3);
        assertThat(tried).containsExactly("desk");
        look(7);
        assertThat(tried).containsExactly("desk", "desk");
    }

    private static Change<Lamp> lit(String lamp) {
        return Change.of(new Lamp(lamp), new Lit(lamp));
    }

    private void light(String lamp) {
        lamps.insert(lamp, lit(lamp));
    }

    private void look(int times) {
        for (var i = 0; i < times; i++) {
            clock.advance(LOOK);
            leftovers.deliver();
        }
    }

    private void listen(Object told) {
        var lamp = ((Lit) ((Told<?>) told).event()).lamp();
        tried.add(lamp);
        if (impossible.contains(lamp)) {
            throw new IllegalStateException("Not now");
        }
    }

    /** The portal acts alone. */
    private static final class Nobody implements People {
        @Override
        public Person current() {
            throw new AssertionError("Nobody is asked for");
        }

        @Override
        public Optional<Person> signedIn() {
            return Optional.empty();
        }

        @Override
        public Optional<Person> find(String id) {
            return Optional.empty();
        }

        @Override
        public Map<String, Person> byIds(Collection<String> ids) {
            return Map.of();
        }

        @Override
        public List<Person> holders(Role role) {
            return List.of();
        }

        @Override
        public List<Person> all() {
            return List.of();
        }
    }
}
