/**
 * Judges words before a signer reads them: tone, promises, personal data, secrets, what a message
 * of its kind has to say, and whether its numbers and times agree with the ledger.
 *
 * <p>Pure: a text and its circumstances go in, findings with exact places come out. Stores nothing,
 * asks nobody, blocks nothing; {@code comms} decides what a finding holds up, {@code policy} keeps
 * the {@link app.candor.voice.Rulebook} in versions.
 */
@ApplicationModule(allowedDependencies = {"prosemirror"})
@NullMarked
package app.candor.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
