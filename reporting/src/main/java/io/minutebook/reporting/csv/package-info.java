/** Files for spreadsheets: RFC 4180, UTF-8, and no cell that a spreadsheet would run. */
@NullMarked
package io.minutebook.reporting.csv;

import org.jspecify.annotations.NullMarked;
