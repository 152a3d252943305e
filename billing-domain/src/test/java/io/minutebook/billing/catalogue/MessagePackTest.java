package io.minutebook.billing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Region;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagePackTest {

    @ParameterizedTest
    @CsvSource({"1000, 100000, 0.01", "1500, 100000, 0.015", "0, 100000, 0", "1, 100000000, 0.00000001"})
    void oneMessageCostsItsShareOfThePack(String price, long messages, String ofOne) {
        assertThat(UnitPrice.of(price).per(messages)).isEqualTo(UnitPrice.of(ofOne));
        assertThat(pack(price, messages).messages()).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource({"1000, 30000", "1, 1000000000"})
    void aPriceWithoutAnExactShareIsRefused(String price, long messages) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pack(price, messages))
                .withMessage("one message has no exact price in eight decimals");
    }

    @Test
    void aPackHoldsMessages() {
        assertThatIllegalArgumentException().isThrownBy(() -> pack("1000", 0)).withMessage("a pack holds no messages");
    }

    private static MessagePack pack(String price, long messages) {
        var prices = List.of(new RegionPrice(Region.DOMESTIC, UnitPrice.of(price)));
        return new MessagePack(new ProductCode("m"), Family.ADD_ON, messages, prices, null);
    }
}
