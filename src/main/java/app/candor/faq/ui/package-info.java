/** The library as customer success managers use it with a customer on the phone. */
@NullMarked
package app.candor.faq.ui;

import org.jspecify.annotations.NullMarked;
