/** The pages where messages are written, signed and released. */
@NullMarked
package app.candor.comms.ui;

import org.jspecify.annotations.NullMarked;
