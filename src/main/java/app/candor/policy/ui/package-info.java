/** Policies, their versions and the change by two administrators, as a page. */
@NullMarked
package app.candor.policy.ui;

import org.jspecify.annotations.NullMarked;
