package io.minutebook.billing.catalogue;

import java.util.EnumSet;
import java.util.Set;

/** What a row of a price book describes, and so which columns it fills and in which its rows may differ. */
enum RowKind {
    FIXED_PACK,
    CUSTOM_PACK,
    SEAT_PLAN,
    SEAT_ADD_ON,
    NUMBER,
    CHAT_PLAN,
    CHAT_LICENCE,
    MESSAGE_PACK;

    private static final Set<Column> COMMON = EnumSet.of(
            Column.PRODUCT, Column.KIND, Column.FAMILY, Column.IN_FORCE_FROM, Column.IN_FORCE_UNTIL, Column.UNIT_PRICE);

    boolean isOneRow() {
        return varying().isEmpty();
    }

    /** The columns it fills beside the common ones, the same in each of its rows. */
    private Set<Column> shared() {
        return switch (this) {
            case FIXED_PACK -> EnumSet.of(Column.METER, Column.MINUTES);
            case CUSTOM_PACK -> EnumSet.of(Column.METER, Column.MINIMUM, Column.MAXIMUM, Column.STEP);
            case SEAT_PLAN, SEAT_ADD_ON ->
                EnumSet.of(Column.MAXIMUM, Column.EDITION, Column.INCLUDED, Column.UPGRADES_TO);
            case NUMBER -> EnumSet.of(Column.MAXIMUM, Column.FEWEST, Column.MOST);
            case CHAT_PLAN ->
                EnumSet.of(
                        Column.MAXIMUM, Column.FEWEST, Column.MOST, Column.EDITION, Column.INCLUDED,
                        Column.MESSAGES, Column.UPGRADES_TO);
            case CHAT_LICENCE -> EnumSet.of(Column.MAXIMUM, Column.INCLUDED);
            case MESSAGE_PACK -> EnumSet.of(Column.MESSAGES, Column.PROMOTION);
        };
    }

    /** The columns in which its rows differ, beside the price. */
    private Set<Column> varying() {
        return switch (this) {
            case FIXED_PACK, NUMBER -> EnumSet.noneOf(Column.class);
            case CUSTOM_PACK -> EnumSet.of(Column.TIER_FROM, Column.TIER_BELOW);
            case SEAT_PLAN, SEAT_ADD_ON -> EnumSet.of(Column.TERM, Column.FEWEST, Column.MOST);
            case CHAT_PLAN, CHAT_LICENCE, MESSAGE_PACK -> EnumSet.of(Column.REGION);
        };
    }

    boolean fills(Column column) {
        return COMMON.contains(column) || shared().contains(column) || varying().contains(column);
    }

    boolean variesIn(Column column) {
        return !isOneRow() && (column == Column.UNIT_PRICE || varying().contains(column));
    }
}
