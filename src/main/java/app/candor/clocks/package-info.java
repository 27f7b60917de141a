/**
 * What is due when: pure functions of times and policy, nothing stored, no portal behind it.
 *
 * <p>Answers with states that name due time, formula and source; who is told about a breach is the
 * matter of those who ask.
 */
@ApplicationModule(allowedDependencies = {"policy"})
@NullMarked
package app.candor.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
