/**
 * What has to be done in an incident, step by step: which playbooks run, what is done, skipped and
 * overdue.
 *
 * <p>Owns the run of each incident; the playbooks themselves are policy.
 */
@NamedInterface("playbook")
@NullMarked
package app.candor.incident.playbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
