package io.minutebook.billing.catalogue;

/** The columns of a price book file, in their order. */
enum Column {
    PRODUCT,
    KIND,
    FAMILY,
    METER,
    IN_FORCE_FROM,
    IN_FORCE_UNTIL,
    MINUTES,
    MINIMUM,
    STEP,
    TIER_FROM,
    TIER_BELOW,
    UNIT_PRICE,
    MAXIMUM,
    TERM,
    FEWEST,
    MOST,
    EDITION,
    REGION,
    INCLUDED,
    MESSAGES,
    PROMOTION,
    UPGRADES_TO
}
