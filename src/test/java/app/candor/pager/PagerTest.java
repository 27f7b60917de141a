package app.candor.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.audit.AuditLog;
import app.candor.embedded.TestMongo;
import app.candor.notify.Inbox;
import app.candor.notify.Urgency;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A receiver over HTTP hears what presses, signed, once it answers at all. */
class PagerTest {
    private static final Instant BEGIN = Instant.parse("2026-11-18T10:00:00Z");
    private static final String SECRET =
            "whsec_"
                    + Base64.getEncoder()
                            .encodeToString(
                                    "twenty-four bytes of key".getBytes(StandardCharsets.UTF_8));

    private record Heard(String id, String timestamp, String signature, String body) {}

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> opened = new ArrayList<>();
    private TestMongo mongo;
    private HttpServer receiver;
    private volatile int answer = 204;

    @BeforeEach
    void start() throws IOException {
        mongo = new TestMongo();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/page", this::hear);
        receiver.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
        receiver.stop(0);
        mongo.close();
    }

    @Test
    void whatWaitsForSomebodyIsCalledOnceSignedAndWithoutMoreThanTheLine() {
        var node = node();
        tell(node, "event-1", Urgency.ASKED);
        tell(node, "event-1", Urgency.ASKED);
        node.getBean(PagerCourier.class).callDue();
        node.getBean(PagerCourier.class).callDue();

        assertThat(heard).hasSize(1);
        var call = heard.getFirst();
        assertThat(call.id()).isEqualTo("event-1:legal");
        assertThat(call.timestamp()).isEqualTo(Long.toString(BEGIN.getEpochSecond()));
        assertThat(call.signature())
                .isEqualTo(
                        WebhookSignature.of(
                                "twenty-four bytes of key".getBytes(StandardCharsets.UTF_8),
                                call.id(),
                                BEGIN,
                                call.body()));
        assertThat(call.body())
                .isEqualTo(
                        "{\"type\":\"notice.asked\",\"timestamp\":\"2026-11-18T10:00:00Z\","
                                + "\"data\":{\"title\":\"Two texts wait for your signature\","
                                + "\"recipient\":{\"id\":\"legal\",\"name\":\"Sora Nakamura\","
                                + "\"email\":\"sora@example.com\"}"
                                + ",\"link\":\"https://candor.example.com/approvals\"}}");
    }

    @Test
    void theSignatureIsWhatTheSpecificationOfStandardWebhooksGivesAsItsExample() {
        var key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(
                        WebhookSignature.of(
                                key,
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                Instant.ofEpochSecond(1614265330),
                                "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whatOnlyChangedCallsNobody() {
        var node = node();
        tell(node, "event-1", Urgency.TOLD);
        node.getBean(PagerCourier.class).callDue();

        assertThat(heard).isEmpty();
    }

    @Test
    void aReceiverThatIsDownForAnHourHearsItAfterwardsAndOnce() {
        var node = node();
        answer = 503;
        tell(node, "event-1", Urgency.ESCALATED);
        for (var minute = 0; minute < 4; minute++) {
            node.getBean(PagerCourier.class).callDue();
            pass(Duration.ofMinutes(15));
        }
        assertThat(heard).hasSize(4);
        answer = 200;
        node.getBean(PagerCourier.class).callDue();
        pass(Duration.ofHours(1));
        node.getBean(PagerCourier.class).callDue();

        assertThat(heard).hasSize(5);
        assertThat(heard).extracting(Heard::body).containsOnly(heard.getFirst().body());
        assertThat(actions(node)).contains("taken").doesNotContain("failed");
    }

    @Test
    void aCallIsGivenUpAfterTheLastAttemptAndTheLogSaysSo() {
        var node = node();
        answer = 302;
        tell(node, "event-1", Urgency.ASKED);
        for (var attempt = 0; attempt < 12; attempt++) {
            node.getBean(PagerCourier.class).callDue();
            pass(Duration.ofMinutes(15));
        }

        assertThat(heard).hasSize(8);
        assertThat(actions(node)).contains("failed");
    }

    @Test
    void twoNodesCallOnce() {
        var one = node();
        var other = node();
        tell(one, "event-1", Urgency.ASKED);
        var due = one.getBean(PagerCalls.class).due(now.get(), 10).getFirst();
        var lease = Duration.ofSeconds(30);

        assertThat(one.getBean(PagerCalls.class).claim(due.id(), lease).attempts()).isEqualTo(1);
        other.getBean(PagerCourier.class).callDue();
        assertThat(heard).as("the first node holds it").isEmpty();
        pass(lease);
        other.getBean(PagerCourier.class).callDue();
        assertThat(heard).as("the first node died").hasSize(1);
    }

    @Test
    void anAddressOutsideThisMachineWithoutEncryptionAndAShortSecretAreRefused() {
        var far = URI.create("http://pager.example.com/page");
        var near = URI.create("https://pager.example.com/page");

        assertThatThrownBy(() -> new PagerSettings(far, SECRET, "", 8))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> new PagerSettings(near, "c2hvcnQ=", "", 8))
                .hasMessageContaining("24 bytes");
        assertThat(new PagerSettings(near, SECRET, "", 8).toString()).doesNotContain(SECRET);
    }

    private void hear(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        heard.add(
                new Heard(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().set("location", "/page");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private static void tell(
            AnnotationConfigApplicationContext node, String event, Urgency urgency) {
        node.getBean(Inbox.class)
                .tell(
                        event,
                        List.of("legal"),
                        "Two texts wait for your signature",
                        "approvals",
                        urgency);
    }

    private static List<String> actions(AnnotationConfigApplicationContext node) {
        return node.getBean(AuditLog.class).before(Long.MAX_VALUE, 100).stream()
                .map(one -> one.action())
                .toList();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private AnnotationConfigApplicationContext node() {
        var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/page";
        MongoClient client = MongoClients.create(mongo.uri());
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(MongoTemplate.class, () -> new MongoTemplate(client, "candor"));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(
                Clock.class, () -> ((InstantSource) now::get).withZone(ZoneOffset.UTC));
        context.registerBean(People.class, OnlyLegal::new);
        context.registerBean(
                PagerSettings.class,
                () -> new PagerSettings(URI.create(url), SECRET, "https://candor.example.com/", 8));
        context.register(app.candor.access.Access.class);
        context.scan("app.candor.audit", "app.candor.notify", "app.candor.pager");
        context.refresh();
        opened.add(client);
        opened.add(context);
        return context;
    }

    private static final class OnlyLegal implements People {
        private final Person legal =
                new Person("legal", "Sora Nakamura", "sora@example.com", "", Set.of(Role.LEGAL));

        @Override
        public Person current() {
            return legal;
        }

        @Override
        public Optional<Person> signedIn() {
            return Optional.of(legal);
        }

        @Override
        public Optional<Person> find(String id) {
            return id.equals("legal") ? Optional.of(legal) : Optional.empty();
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
            return List.of(legal);
        }
    }
}
