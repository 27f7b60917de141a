/** The inbox as a page, and the choice how notices reach somebody. */
@NamedInterface("ui")
@NullMarked
package app.candor.notify.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
