package app.candor.comms;

import app.candor.MovableClock;
import app.candor.MovedTime;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The comms desk with a mail server and a clock that a test moves. */
@Import({FreshLogins.class, Crashes.class, MovedTime.class})
abstract class MailedCommsDesk extends CommsDesk {
    static final GreenMail MAIL =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired MovableClock clock;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        if (!MAIL.isRunning()) {
            MAIL.start();
        }
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("candor.data", () -> "target/test-data/mailed-comms");
    }
}
