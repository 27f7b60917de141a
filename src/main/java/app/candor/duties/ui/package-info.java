/** Duties as home shows them. */
@NullMarked
package app.candor.duties.ui;

import org.jspecify.annotations.NullMarked;
