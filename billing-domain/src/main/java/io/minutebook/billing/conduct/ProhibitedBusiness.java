package io.minutebook.billing.conduct;

/**
 * A business that is not served.
 *
 * @param id of the list, as in {@code PB-07}
 * @param sector where it belongs
 * @param guide the words of the price guide
 */
public record ProhibitedBusiness(String id, String sector, String business, String guide) {}
