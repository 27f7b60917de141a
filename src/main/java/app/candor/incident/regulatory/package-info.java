/**
 * Which regulators' clocks Legal activated for an incident, what dates they count from, and what
 * was submitted when.
 *
 * <p>Decides nothing about the law: a clock runs because a person with the legal role said so.
 */
@NullMarked
package app.candor.incident.regulatory;

import org.jspecify.annotations.NullMarked;
