/**
 * A MongoDB-compatible server inside the process, for a demo, a small team and tests.
 *
 * <p>Runs only when no {@code spring.mongodb.uri} is set. Owns the files below the data folder and
 * nothing of the business; the rest of Candor talks to it through the ordinary driver.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.candor.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
