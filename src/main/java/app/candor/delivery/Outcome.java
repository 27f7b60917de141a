package app.candor.delivery;

/**
 * How an attempt ended.
 *
 * @param said what the mail server or the network said, for people; no content of the message
 * @param forGood whether trying again is in vain
 */
record Outcome(Attempt.Result result, String said, boolean forGood) {}
