package io.minutebook.server.openapi;

import java.util.List;

/** The chapters of the description, one for each thing a caller comes for. */
public final class ApiTag {

    public static final String ACCOUNTS = "Accounts";
    public static final String ORDERS = "Orders";
    public static final String RESOURCES = "Resources";
    public static final String REFUNDS = "Refunds";
    public static final String CONDUCT = "Conduct";
    public static final String PACKS = "Packs";
    public static final String USAGE = "Usage";
    public static final String BILLS = "Bills";
    public static final String JOURNAL = "Journal";
    public static final String MONTHS = "Months";
    public static final String RECORDS = "Records";
    public static final String INGEST = "Ingest";
    public static final String ALERTS = "Alerts";
    public static final String EXPLANATIONS = "Explanations";
    public static final String LEDGER = "Ledger";

    static final List<String> NAMES = List.of(
            ACCOUNTS, ORDERS, RESOURCES, REFUNDS, CONDUCT, PACKS, USAGE, BILLS, MONTHS, JOURNAL, ALERTS, EXPLANATIONS, RECORDS,
            INGEST, LEDGER);

    private ApiTag() {}
}
