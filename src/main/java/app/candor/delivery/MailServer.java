package app.candor.delivery;

import app.candor.delivery.Attempt.Result;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The configured mail server, and what its answers mean for another attempt. */
@Component
class MailServer {
    private static final int LONGEST_DETAIL = 300;

    private final ObjectProvider<JavaMailSender> sender;

    MailServer(ObjectProvider<JavaMailSender> sender) {
        this.sender = sender;
    }

    boolean isConfigured() {
        return sender.getIfAvailable() != null;
    }

    /** Hands the bytes over and waits for the answer. */
    Outcome send(byte[] eml) {
        try {
            var smtp = sender.getObject();
            MimeMessage message = smtp.createMimeMessage(new ByteArrayInputStream(eml));
            smtp.send(message);
            return accepted();
        } catch (MailAuthenticationException refused) {
            return new Outcome(
                    Result.REFUSED, said("The mail server refused our sign-in", refused), false);
        } catch (MailSendException failed) {
            return judge(failed);
        } catch (MailException unusable) {
            return new Outcome(
                    Result.REFUSED, said("The message could not be handed over", unusable), true);
        }
    }

    private static Outcome judge(MailSendException failed) {
        var reasons = failed.getMessageExceptions();
        if (reasons.length == 0) {
            return accepted(); // only saying goodbye failed
        }
        var reason = reasons[0];
        if (reason.equals(failed.getCause())) {
            return new Outcome(
                    Result.REFUSED, said("The mail server could not be reached", reason), false);
        }
        var code = replyCode(reason);
        if (code >= 400) {
            return new Outcome(
                    Result.REFUSED, said("The mail server refused it", reason), code >= 500);
        }
        return new Outcome(
                Result.UNKNOWN,
                said("The connection broke before the mail server had answered", reason),
                false);
    }

    private static Outcome accepted() {
        return new Outcome(Result.ACCEPTED, "", false);
    }

    /** The worst SMTP reply code among the causes; 0 where the server said nothing. */
    private static int replyCode(@Nullable Throwable reason) {
        var worst = 0;
        for (var cause = reason; cause != null; cause = cause.getCause()) {
            worst =
                    Math.max(
                            worst,
                            switch (cause) {
                                case SMTPSendFailedException reply -> reply.getReturnCode();
                                case SMTPAddressFailedException reply -> reply.getReturnCode();
                                case SMTPSenderFailedException reply -> reply.getReturnCode();
                                default -> 0;
                            });
        }
        return worst;
    }

    private static String said(String what, Throwable failure) {
        var last = failure;
        while (last.getCause() != null
                && (last instanceof MessagingException || last instanceof MailException)) {
            last = last.getCause();
        }
        var words = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        var line = OneLine.of(what + ": " + words);
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }
}
