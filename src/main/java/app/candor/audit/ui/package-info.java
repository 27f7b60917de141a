/** The audit log as a page. */
@NullMarked
package app.candor.audit.ui;

import org.jspecify.annotations.NullMarked;
