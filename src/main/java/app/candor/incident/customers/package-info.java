/**
 * Which affected accounts were told what, by whom and when; tickets with those who asked;
 * complaints.
 *
 * <p>Sends nothing: it records what was said, and owes what is still to be said.
 */
@NamedInterface("customers")
@NullMarked
package app.candor.incident.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
