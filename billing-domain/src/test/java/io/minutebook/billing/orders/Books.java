package io.minutebook.billing.orders;

import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PriceBookFile;
import java.nio.charset.StandardCharsets;

/** Price books of a few lines. */
final class Books {

    private static final String HEADER =
            "product,kind,family,meter,in_force_from,in_force_until,minutes,minimum,step,tier_from,tier_below,"
                    + "unit_price,maximum,term,fewest,most,edition,region,included,messages,promotion,upgrades_to\n";

    private Books() {}

    static PriceBook of(String... lines) {
        var file = HEADER + String.join("\n", lines);
        return PriceBookFile.read("test.csv", file.getBytes(StandardCharsets.UTF_8));
    }
}
