package io.minutebook.billing.catalogue;

import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Region;

/** The price of one piece, for a month where it is paid by the month, where its data is stored. */
public record RegionPrice(Region region, UnitPrice price) {}
