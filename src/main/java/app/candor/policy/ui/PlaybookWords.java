package app.candor.policy.ui;

import app.candor.policy.PlaybookPolicy.Moment;
import app.candor.policy.PlaybookPolicy.Trigger;

/** Moments and events of an incident in words. */
final class PlaybookWords {
    private PlaybookWords() {}

    static String of(Moment moment) {
        return switch (moment) {
            case REPORTED -> "the first report";
            case CONFIRMED -> "confirming";
            case DECLARED -> "declaring";
            case IDENTIFIED -> "the stage identified";
            case MONITORING -> "the stage monitoring";
            case RESOLVED -> "the stage resolved";
        };
    }

    static String of(Trigger trigger) {
        return switch (trigger) {
            case REPORTED -> "it is reported";
            case IMPACT_KNOWN -> "the affected count is known";
            case CONFIRMED -> "it is confirmed or dismissed";
            case DECLARED -> "it is declared";
            case CUSTOMERS_TOLD -> "the first text reached customers";
            case STATUS_PAGE_UPDATED -> "the first status update was released";
            case CUSTOMERS_WRITTEN_TO -> "the first e-mail to customers was released";
            case CALL_OPENED -> "a call is linked";
            case IDENTIFIED -> "the stage is identified";
            case CUSTOMERS_TOLD_CAUSE -> "a status update was released after it was identified";
            case RESOLVED -> "the stage is resolved";
            case CATCH_UP_KNOWN -> "it is resolved and catching up has a time";
            case CUSTOMERS_TOLD_RESOLVED -> "a status update was released after it was resolved";
            case STAFF_TOLD -> "a staff update was released";
        };
    }
}
