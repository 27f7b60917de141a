/** What every page carries with it: its content security policy, and how it comes back. */
@NullMarked
package app.candor.shell.web;

import org.jspecify.annotations.NullMarked;
