package io.minutebook.reporting.bills;

/** When a line is paid: always before it is used. */
public enum BillingMode {
    PREPAID
}
