package io.minutebook.server.demo;

/** One of the demo's customers. */
record Customer(String id, String name, long applicationId, Habits habits) {

    static final Customer BLUE_WHALE =
            new Customer("1400000001", "Blue Whale Travel", 1_400_000_001, new Habits(120, 40, 60, 12, 18));
    static final Customer CLINIC =
            new Customer("1400000002", "Maple Clinic", 1_400_000_002, new Habits(36, 12, 10, 20, 70));
    static final Customer BAKERY =
            new Customer("1400000003", "Corner Bakery", 1_400_000_003, new Habits(14, 8, 0, 15, 0));

    /**
     * How many sessions a contact centre has on a day, and of what kinds; what is left of a hundred comes over
     * the Internet.
     *
     * @param outboundPercent calls to customers
     * @param landlinePercent calls of customers to a landline number
     * @param tollFreePercent calls of customers to a 400 number
     */
    record Habits(
            int perWeekday, int perWeekendDay, int outboundPercent, int landlinePercent, int tollFreePercent) {}
}
