/** The editor as a piece of a page. */
@NamedInterface("ui")
@NullMarked
package app.candor.coedit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
