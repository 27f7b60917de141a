package app.candor.shell.failures;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence on standard error that another process listens where Candor would. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTaken implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                System.err.printf(
                        "Port %d is in use by another process; choose another one.%n",
                        taken.getPort());
                return true;
            }
        }
        return false;
    }
}
