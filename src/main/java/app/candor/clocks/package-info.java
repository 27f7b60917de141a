/**
 * What is due when: pure functions of times and policy, whose answers name due time, formula and
 * source; and the scheduler that rings each {@link app.candor.clocks.Alarm} once.
 *
 * <p>Knows neither incidents nor drafts: they are its {@link app.candor.clocks.AlarmSource}s. Who
 * is told when an alarm rings is the matter of those who listen.
 */
@ApplicationModule(allowedDependencies = {"audit", "policy"})
@NullMarked
package app.candor.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
