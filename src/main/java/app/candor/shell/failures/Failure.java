package app.candor.shell.failures;

import app.candor.access.NotFound;
import app.candor.access.NotSignedIn;
import app.candor.access.Refused;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;

/** Turns what a click threw into the words that the person reads. */
final class Failure {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private Failure() {}

    /** What happened, what was kept, what to do; faults are logged under the reference it names. */
    static String words(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refused refused -> {
                    return String.valueOf(refused.getMessage());
                }
                case NotFound gone -> {
                    return "That is not there any more. Nothing was changed; reload the page.";
                }
                case NotSignedIn signedOut -> {
                    return "You are signed out. Nothing was changed; reload the page to sign in.";
                }
                case OptimisticLockingFailureException conflict -> {
                    return "Others changed this at the same moment. Nothing of yours was done; look"
                            + " again and repeat it.";
                }
                default -> {
                    continue;
                }
            }
        }
        return "A fault in Candor stopped this part way. Look whether it was done before you repeat"
                + " it. If it stays, tell an administrator the reference "
                + log(thrown)
                + ".";
    }

    /**
     * @return the reference under which the log has it, speakable
     */
    static String log(Throwable fault) {
        var reference = new StringBuilder();
        for (var i = 0; i < 6; i++) {
            reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        LOG.error("Fault {}", reference, fault);
        return reference.toString();
    }
}
