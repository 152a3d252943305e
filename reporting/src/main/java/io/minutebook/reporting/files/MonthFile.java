package io.minutebook.reporting.files;

/**
 * A final file as it is kept.
 *
 * @param renderer the layout it is written in
 * @param rows but for the header
 * @param sha256 in hexadecimal
 */
public record MonthFile(String accountId, String kind, String renderer, long rows, long bytes, String sha256) {}
