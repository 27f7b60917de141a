/**
 * What stands beside a text: comments on its words and suggested changes of them.
 *
 * <p>Nothing here is an entry of the text's log. A comment keeps its place and a suggestion its
 * steps by being moved over every commit; only accepting a suggestion writes into the text, in the
 * name of whoever accepts. Rights are asked of the module that owns the text.
 */
@NamedInterface("margin")
@NullMarked
package app.candor.coedit.margin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
