/**
 * What is learnt from an incident: root cause, learnings, actions, measures, and the report to
 * leadership.
 *
 * <p>Actions are duties and live on after the incident is closed.
 */
@NamedInterface("review")
@NullMarked
package app.candor.incident.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
