@NullMarked
package app.candor.prosemirror;

import org.jspecify.annotations.NullMarked;
