/** Versions of a text: what they are called, what differs between them, where readers left off. */
@NamedInterface("versions")
@NullMarked
package app.candor.coedit.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
