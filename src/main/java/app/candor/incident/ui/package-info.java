/** Pages of an incident: report, list, room and its records. */
@NullMarked
package app.candor.incident.ui;

import org.jspecify.annotations.NullMarked;
