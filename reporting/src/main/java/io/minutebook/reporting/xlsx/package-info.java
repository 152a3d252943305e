/** Workbooks for spreadsheets: typed cells, and no cell that a spreadsheet would run. */
@NullMarked
package io.minutebook.reporting.xlsx;

import org.jspecify.annotations.NullMarked;
