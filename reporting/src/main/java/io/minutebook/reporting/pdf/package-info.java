/** Documents to print: pages, tables, and a font of their own for Chinese and English. */
@NullMarked
package io.minutebook.reporting.pdf;

import org.jspecify.annotations.NullMarked;
