/** Layout, home and the person's own page. */
@NullMarked
package app.candor.shell.ui;

import org.jspecify.annotations.NullMarked;
