package io.minutebook.billing.catalogue;

import io.minutebook.billing.ProductCode;

/** Something the price book sells, at the price it has while it is in force. */
public sealed interface Product
        permits FixedPack, CustomPack, SeatPlan, SeatAddOn, NumberRent, ChatPlan, ChatLicence, MessagePack {

    ProductCode code();

    Family family();
}
