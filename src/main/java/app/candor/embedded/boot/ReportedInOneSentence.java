package app.candor.embedded.boot;

import app.candor.embedded.FolderUnusable;
import org.springframework.boot.SpringBootExceptionReporter;

/**
 * Says why the data folder cannot be used in one sentence on standard error.
 *
 * <p>The person who reads it has to act on the folder; a stack trace would only hide the sentence.
 */
class ReportedInOneSentence implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FolderUnusable) {
                System.err.println(cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
