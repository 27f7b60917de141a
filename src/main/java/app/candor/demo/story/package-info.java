/**
 * The demo's believable past, told once through the same desks that people use: every signature is
 * made after a fresh login, every release passes its gates, and only the clock is turned back.
 */
@NullMarked
package app.candor.demo.story;

import org.jspecify.annotations.NullMarked;
