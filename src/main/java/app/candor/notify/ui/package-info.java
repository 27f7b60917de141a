/** The inbox as a page. */
@NullMarked
package app.candor.notify.ui;

import org.jspecify.annotations.NullMarked;
