package app.candor.delivery;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.TaskScheduler;

/** One node of the portal, as far as mail is concerned, with a clock that a test moves. */
final class Node implements AutoCloseable {
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final MongoClient client;

    /** Time and the signed-in person, shared by the nodes of a test. */
    static final class World {
        private final AtomicReference<Instant> now =
                new AtomicReference<>(Instant.parse("2026-11-18T10:00:00Z"));
        final AtomicReference<@Nullable Person> signedIn = new AtomicReference<>();
        final List<Person> everybody =
                List.of(
                        person("support", Role.SUPPORT),
                        person("engineer", Role.ENGINEERING),
                        person("commander", Role.COMMANDER));

        void pass(Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }

        Instant now() {
            return now.get();
        }

        Person signIn(String id) {
            var person =
                    everybody.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
            signedIn.set(person);
            return person;
        }

        private static Person person(String id, Role role) {
            return new Person(id, "Name of " + id, id + "@example.com", "", Set.of(role));
        }
    }

    Node(String mongo, World world, @Nullable JavaMailSender sender) {
        this(mongo, world, sender, null);
    }

    /**
     * @param rounds what runs by itself on this node; null for nothing
     */
    Node(
            String mongo,
            World world,
            @Nullable JavaMailSender sender,
            @Nullable TaskScheduler rounds) {
        client = MongoClients.create(mongo);
        context.registerBean(MongoTemplate.class, () -> new MongoTemplate(client, "candor"));
        context.registerBean(
                Clock.class, () -> ((InstantSource) world::now).withZone(ZoneOffset.UTC));
        context.registerBean(People.class, () -> new TestPeople(world));
        context.registerBean(
                DeliverySettings.class,
                () ->
                        new DeliverySettings(
                                "candor.example.com",
                                "Candor",
                                "candor@example.com",
                                8,
                                Duration.ofSeconds(30),
                                Duration.ofHours(1),
                                Duration.ofMinutes(2)));
        if (sender != null) {
            context.registerBean(JavaMailSender.class, () -> sender);
        }
        if (rounds != null) {
            context.registerBean(TaskScheduler.class, () -> rounds);
        }
        context.register(app.candor.access.Access.class);
        context.scan("app.candor.audit", "app.candor.notify", "app.candor.delivery");
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Outbox outbox() {
        return get(Outbox.class);
    }

    Courier courier() {
        return get(Courier.class);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }

    static JavaMailSenderImpl smtp(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "5000");
        return sender;
    }

    private record TestPeople(World world) implements People {
        @Override
        public Person current() {
            return signedIn().orElseThrow();
        }

        @Override
        public Optional<Person> signedIn() {
            return Optional.ofNullable(world.signedIn.get());
        }

        @Override
        public Optional<Person> find(String id) {
            return world.everybody.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public Map<String, Person> byIds(Collection<String> ids) {
            return Map.of();
        }

        @Override
        public List<Person> holders(Role role) {
            return world.everybody.stream().filter(one -> one.has(role)).toList();
        }

        @Override
        public List<Person> all() {
            return world.everybody;
        }
    }
}
