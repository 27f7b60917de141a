/**
 * What a reader gets, as pure functions of a document and the values of its tokens: the same input
 * always makes the same bytes.
 */
@NamedInterface("rendering")
@NullMarked
package app.candor.comms.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
