/** The library for tools outside: requests with a personal token, answers as JSON. */
@NullMarked
package app.candor.faq.api;

import org.jspecify.annotations.NullMarked;
