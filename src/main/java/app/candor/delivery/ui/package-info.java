/** The pages that show deliveries. */
@NullMarked
package app.candor.delivery.ui;

import org.jspecify.annotations.NullMarked;
