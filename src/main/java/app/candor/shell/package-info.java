/**
 * The frame around every page: navigation, the person, the clock, and pages for what went wrong.
 */
@ApplicationModule
@NullMarked
package app.candor.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
