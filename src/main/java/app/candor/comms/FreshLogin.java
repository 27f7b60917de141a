package app.candor.comms;

import java.time.Instant;

/**
 * A login made for signing.
 *
 * @param at when the signer proved who they are
 * @param evidence id of the identity provider's token kept beside the signature
 */
record FreshLogin(Instant at, String evidence) {}
