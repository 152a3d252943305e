/** The final files of closed months: written once from what is booked, kept in parts, and the same for ever. */
@NullMarked
package io.minutebook.reporting.files;

import org.jspecify.annotations.NullMarked;
