/**
 * The index in memory over questions, their other wordings and answers: pure of rights and storage,
 * which {@code faq} decides and hands in.
 */
@NullMarked
package app.candor.faq.index;

import org.jspecify.annotations.NullMarked;
