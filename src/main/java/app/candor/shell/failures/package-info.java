/** What people see when something is not there, not allowed, or broken. */
@NullMarked
package app.candor.shell.failures;

import org.jspecify.annotations.NullMarked;
