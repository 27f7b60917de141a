package app.candor.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.access.Visibility;
import app.candor.audit.AuditEntry;
import app.candor.audit.AuditLog;
import app.candor.embedded.TestMongo;
import app.candor.notify.Notice;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

class OutboxTest {
    private final Node.World world = new Node.World();
    private final List<Node> nodes = new ArrayList<>();
    private TestMongo mongo;
    private GreenMail mail;
    private int port;

    @BeforeEach
    void start() {
        mongo = new TestMongo();
        mail = new GreenMail(new ServerSetup(keptFree(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        port = mail.getSmtp().getPort();
        world.signIn("support");
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
        mail.stop();
        mongo.close();
    }

    @Test
    void aMessageArrivesOnceByteForByteAsItWasStored() throws Exception {
        var node = node(Node.smtp(port));
        node.outbox().post(EmlTest.mail("Search works again – Störung", "Ada"));
        node.courier().deliverDue();
        node.courier().deliverDue();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        var arrived = mail.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Search works again – Störung");
        var stored = new String(node.outbox().eml("release:1"), StandardCharsets.US_ASCII);
        assertThat(withoutTrace(arrived)).isEqualTo(stored.stripTrailing());
        assertThat(state(node)).isInstanceOf(DeliveryState.Sent.class);
        assertThat(node.outbox().get("release:1").attempts())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.result()).isEqualTo(Attempt.Result.ACCEPTED);
                    assertThat(one.endedAt()).isEqualTo(world.now());
                    assertThat(one.possibleRepeat()).isFalse();
                });
    }

    @Test
    void whatIsPostedLeavesAtOnceAndNotWithTheNextRound() {
        var node = new Node(mongo.uri(), world, Node.smtp(port), new SimpleAsyncTaskScheduler());
        nodes.add(node);
        node.outbox().post(EmlTest.mail("Search works again", "Ada"));

        assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
    }

    @Test
    void postingTheSameIdAgainSendsNothingTwice() {
        var node = node(Node.smtp(port));
        node.outbox().post(EmlTest.mail("Hello", "Ada"));
        node.courier().deliverDue();
        var again = node.outbox().post(EmlTest.mail("Another text", "Ada"));
        node.courier().deliverDue();
        assertThat(again.subject()).isEqualTo("Hello");
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whileTheMailServerIsDownNothingIsLostAndThenNothingIsDoubled() {
        var node = node(Node.smtp(port));
        mail.stop();
        for (var n = 0; n < 5; n++) {
            node.outbox().post(EmlTest.mail("release:" + n, "Hello " + n, "Ada"));
        }
        node.courier().deliverDue();
        assertThat(state(node)).isEqualTo(new DeliveryState.Retrying(world.now().plusSeconds(30)));
        node.courier().deliverDue();
        assertThat(node.outbox().get("release:1").attempts()).hasSize(1);

        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        world.pass(Duration.ofSeconds(30));
        node.courier().deliverDue();
        world.pass(Duration.ofHours(2));
        node.courier().deliverDue();
        assertThat(mail.getReceivedMessages()).hasSize(5);
        assertThat(node.outbox().visible(100))
                .allMatch(one -> one.state() instanceof DeliveryState.Sent)
                .noneMatch(Delivery::possiblyRepeated);
    }

    @Test
    void aNodeThatDiesAfterAcceptanceLeavesARepeatUnderTheSameMessageIdThatIsMarked()
            throws Exception {
        var dying = node(dyingAfterAcceptance());
        dying.outbox().post(EmlTest.mail("Hello", "Ada"));
        dying.courier().deliverDue();
        assertThat(state(dying)).isInstanceOf(DeliveryState.Sending.class);

        var other = node(Node.smtp(port));
        other.courier().deliverDue();
        assertThat(mail.getReceivedMessages()).as("the lease still holds").hasSize(1);
        world.pass(Duration.ofMinutes(3));
        other.courier().deliverDue();

        var arrived = mail.getReceivedMessages();
        assertThat(arrived).hasSize(2);
        assertThat(arrived[0].getMessageID()).isEqualTo(arrived[1].getMessageID());
        var delivery = other.outbox().get("release:1");
        assertThat(delivery.possiblyRepeated()).isTrue();
        assertThat(delivery.attempts())
                .extracting(Attempt::result, Attempt::possibleRepeat)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Attempt.Result.UNKNOWN, false),
                        org.assertj.core.groups.Tuple.tuple(Attempt.Result.ACCEPTED, true));
    }

    @Test
    void aLeaseThatIsExtendedIsNotTakenOver() {
        var dying = node(dyingAfterAcceptance());
        dying.outbox().post(EmlTest.mail("Hello", "Ada"));
        var deliveries = dying.get(Deliveries.class);
        deliveries.change("release:1", one -> one.claim("t", Duration.ofMinutes(2), world.now()));
        world.pass(Duration.ofSeconds(90));
        deliveries.change(
                "release:1", one -> one.extendLease("t", 1, Duration.ofMinutes(2), world.now()));
        world.pass(Duration.ofSeconds(90));
        node(Node.smtp(port)).courier().deliverDue();
        assertThat(mail.getReceivedMessages()).isEmpty();
        deliveries.change(
                "release:1", one -> one.claim("other", Duration.ofMinutes(2), world.now()));
        assertThat(deliveries.get("release:1").isHeldBy("t", 1)).isTrue();
    }

    @Test
    void twoNodesNeverSendTheSameMessageTwice() throws Exception {
        var first = node(Node.smtp(port));
        var second = node(Node.smtp(port));
        IntStream.range(0, 40)
                .forEach(n -> first.outbox().post(EmlTest.mail("race:" + n, "Hello", "Ada")));
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 3; round++) {
                both.execute(first.courier()::deliverDue);
                both.execute(second.courier()::deliverDue);
            }
        }
        assertThat(mail.getReceivedMessages()).hasSize(40);
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(OutboxTest::id).distinct())
                .hasSize(40);
    }

    @Test
    void afterEightAttemptsItFailsVisiblyAndSupportIsTold() {
        var node = node(Node.smtp(port));
        mail.stop();
        node.outbox().post(EmlTest.mail("Hello", "Ada"));
        var waits = new ArrayList<Duration>();
        for (var n = 1; n <= 8; n++) {
            node.courier().deliverDue();
            if (state(node) instanceof DeliveryState.Retrying(var due)) {
                waits.add(Duration.between(world.now(), due));
            }
            world.pass(Duration.ofHours(1));
        }
        assertThat(waits)
                .extracting(Duration::toSeconds)
                .containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L);
        assertThat(state(node)).isInstanceOf(DeliveryState.Failed.class);
        node.courier().deliverDue();
        assertThat(node.outbox().get("release:1").attempts()).hasSize(8);
        assertThat(node.get(MongoTemplate.class).findAll(Notice.class))
                .extracting(Notice::recipient, Notice::title)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "support", "A message could not be delivered"));
        assertThat(node.get(AuditLog.class).of("delivery:release:1"))
                .extracting(AuditEntry::action)
                .startsWith("queued", "put off")
                .endsWith("failed");
    }

    @Test
    void aRefusalForGoodFailsAtOnceWithWhatTheServerSaid() {
        var node = node(Node.smtp(port));
        mail.stop();
        try (var refusing = new RefusingServer(port, "550 5.1.1 No such mailbox")) {
            node.outbox().post(EmlTest.mail("Hello", "Ada"));
            node.courier().deliverDue();
            assertThat(refusing.conversations()).isEqualTo(1);
        }
        assertThat(state(node)).isInstanceOf(DeliveryState.Failed.class);
        assertThat(node.outbox().get("release:1").attempts().getLast().detail())
                .contains("No such mailbox");
    }

    @Test
    void aConnectionThatBreaksInsteadOfAnAnswerMarksTheNextAttemptAsPossibleRepeat() {
        var node = node(Node.smtp(port));
        mail.stop();
        try (var silent = new RefusingServer(port, "")) {
            node.outbox().post(EmlTest.mail("Hello", "Ada"));
            node.courier().deliverDue();
            assertThat(silent.conversations()).isEqualTo(1);
        }
        assertThat(state(node)).isInstanceOf(DeliveryState.Retrying.class);
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        world.pass(Duration.ofMinutes(1));
        node.courier().deliverDue();
        assertThat(node.outbox().get("release:1").possiblyRepeated()).isTrue();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutAMailServerItIsKeptAsADraftToSendByHandAndSentOnceThereIsOne() {
        var without = node(null);
        without.outbox().post(EmlTest.mail("Hello", "Ada"));
        without.courier().deliverDue();
        assertThat(state(without)).isInstanceOf(DeliveryState.Kept.class);
        assertThat(new String(without.outbox().eml("release:1"), StandardCharsets.US_ASCII))
                .startsWith("X-Unsent: 1\r\n");
        assertThatThrownBy(() -> without.outbox().retryNow("release:1"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("No mail server");

        var with = node(Node.smtp(port));
        with.courier().deliverDue();
        assertThat(mail.getReceivedMessages()).as("somebody may have sent it").isEmpty();
        with.outbox().retryNow("release:1");
        with.courier().deliverDue();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aPausedMessageWaitsUntilSomebodyAsksForAnAttempt() {
        var node = node(Node.smtp(port));
        node.outbox().post(EmlTest.mail("Hello", "Ada"));
        node.outbox().pause("release:1");
        world.pass(Duration.ofDays(1));
        node.courier().deliverDue();
        assertThat(mail.getReceivedMessages()).isEmpty();
        node.outbox().retryNow("release:1");
        node.courier().deliverDue();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> node.outbox().pause("release:1")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> node.outbox().retryNow("release:1")).isInstanceOf(Refused.class);
    }

    @Test
    void aFailedMessageGetsOneMoreAttemptWhenAskedFor() {
        var node = node(Node.smtp(port));
        mail.stop();
        node.outbox().post(EmlTest.mail("Hello", "Ada"));
        for (var n = 1; n <= 8; n++) {
            node.courier().deliverDue();
            world.pass(Duration.ofHours(1));
        }
        node.outbox().retryNow("release:1");
        node.courier().deliverDue();
        var delivery = node.outbox().get("release:1");
        assertThat(delivery.attempts()).hasSize(9);
        assertThat(delivery.state()).isInstanceOf(DeliveryState.Failed.class);
    }

    @Test
    void anOutsiderOfARestrictedIncidentFindsNoDeliveryOfIt() {
        var node = node(Node.smtp(port));
        node.outbox().post(guarded(new Guarded(Visibility.RESTRICTED, Set.of("commander"), "")));
        assertThat(node.outbox().visible(100)).isEmpty();
        for (var ask :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> node.outbox().get("secret"),
                        () -> node.outbox().eml("secret"),
                        () -> node.outbox().retryNow("secret"),
                        () -> node.outbox().pause("secret"),
                        () -> node.outbox().get("never-posted"))) {
            assertThatThrownBy(ask).isInstanceOf(NotFound.class);
        }
        world.signIn("commander");
        assertThat(node.outbox().visible(100)).hasSize(1);
    }

    @Test
    void whoseRoleSeesNoDeliveriesIsRefused() {
        var node = node(Node.smtp(port));
        node.outbox().post(EmlTest.mail("Hello", "Ada"));
        world.signIn("engineer");
        assertThatThrownBy(() -> node.outbox().visible(10)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> node.outbox().eml("release:1")).isInstanceOf(Refused.class);
    }

    @Test
    void aMessageLargerThanADocumentSurvivesStorage() {
        var node = node(Node.smtp(port));
        var bytes = new byte[18 * 1024 * 1024];
        new java.util.Random(7).nextBytes(bytes);
        var base = EmlTest.mail("Hello", "Ada");
        var large =
                new OutgoingMail(
                        "large",
                        null,
                        base.to(),
                        "Hello",
                        "text",
                        "",
                        List.of(new MailAttachment("a.bin", "application/zip", bytes)),
                        null,
                        Guarded.open(),
                        "Test");
        node.outbox().post(large);
        assertThat(node.outbox().eml("large").length).isGreaterThan(24 * 1024 * 1024);
    }

    private static OutgoingMail guarded(Guarded guarded) {
        var base = EmlTest.mail("Hello", "Ada");
        return new OutgoingMail(
                "secret", null, base.to(), "Hello", "text", "", List.of(), "i1", guarded, "Test");
    }

    private Node node(@Nullable JavaMailSender sender) {
        var node = new Node(mongo.uri(), world, sender);
        nodes.add(node);
        return node;
    }

    private JavaMailSender dyingAfterAcceptance() {
        var sender =
                new JavaMailSenderImpl() {
                    @Override
                    public void send(MimeMessage... messages) {
                        super.send(messages);
                        throw new Death();
                    }
                };
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    private static final class Death extends Error {}

    private static DeliveryState state(Node node) {
        return node.outbox().find("release:1").orElseThrow().state();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The message without what mail servers put on top. */
    private static String withoutTrace(MimeMessage message) throws Exception {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        var text = bytes.toString(StandardCharsets.US_ASCII);
        return text.substring(text.indexOf("Date:")).stripTrailing();
    }

    /**
     * A port that no outgoing connection of another process is given while the mail server is down.
     */
    private static int keptFree() {
        while (true) {
            try (var socket =
                    new ServerSocket(
                            ThreadLocalRandom.current().nextInt(20_000, 30_000),
                            1,
                            InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}
