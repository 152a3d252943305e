package io.minutebook.reporting.files;

import io.minutebook.billing.months.MonthFigures;

/**
 * What is known of a file once it is written.
 *
 * @param rows but for the header
 * @param sha256 in hexadecimal
 * @param figures what it adds to its month
 */
record FileFacts(long rows, long bytes, String sha256, MonthFigures figures) {}
