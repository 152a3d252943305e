package io.minutebook.billing.discounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountsTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final ProductCode PACK = new ProductCode("landline-outbound-30000");
    private static final UnitPrice LISTED = UnitPrice.of("0.142");
    private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00+08:00");
    private static final Instant JULY = Instant.parse("2025-07-01T00:00:00+08:00");
    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00+08:00");

    private AccountPrices own = AccountPrices.NONE;
    private Promotions promotions = Promotions.NONE;

    @Test
    void aDiscountIsInForceFromItsStartAndNotAtItsEnd() {
        agree(PriceTerms.rate("0.8"), JUNE, JULY, MAY);

        assertThat(nameAt(JUNE.minusMillis(1))).isEmpty();
        assertThat(nameAt(JUNE)).contains("own-price-1");
        assertThat(nameAt(JULY.minusMillis(1))).contains("own-price-1");
        assertThat(nameAt(JULY)).isEmpty();
    }

    /** What was sold before keeps its price, and so does the answer about that time. */
    @Test
    void nothingIsInForceBeforeItWasSet() {
        agree(PriceTerms.rate("0.8"), MAY, null, JUNE);
        announce("spring", PriceTerms.rate("0.7"), MAY, null, JULY);

        assertThat(nameAt(JUNE.minusMillis(1))).isEmpty();
        assertThat(nameAt(JUNE)).contains("own-price-1");
        own = AccountPrices.NONE;
        assertThat(nameAt(JULY.minusMillis(1))).isEmpty();
        assertThat(nameAt(JULY)).contains("spring");
    }

    @Test
    void ofSeveralOwnPricesTheOneThatWasSetLastHolds() {
        agree(PriceTerms.rate("0.8"), MAY, null, MAY);
        agree(PriceTerms.amount("0.1"), JUNE, JULY, MAY);

        assertThat(nameAt(JUNE)).contains("own-price-2");
        assertThat(nameAt(JULY)).as("the one before goes on").contains("own-price-1");
    }

    @Test
    void whatIsSaidAgainWithTheSameStartTakesThePlaceOfWhatWasSaid() {
        agree(PriceTerms.rate("0.8"), MAY, null, MAY);
        agree(PriceTerms.rate("0.8"), MAY, JUNE, MAY.plusMillis(1));

        assertThat(nameAt(MAY)).contains("own-price-1");
        assertThat(nameAt(JUNE.minusMillis(1))).contains("own-price-2");
        assertThat(nameAt(JUNE)).isEmpty();
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        agree(PriceTerms.rate("0.8"), MAY, null, MAY);
        agree(PriceTerms.rate("0.80"), MAY, null, JUNE);
        announce("spring", PriceTerms.amount("0.14"), MAY, null, MAY);
        announce("spring", PriceTerms.amount("0.140"), MAY, null, JUNE);

        assertThat(own.prices()).hasSize(1);
        assertThat(promotions.all()).hasSize(1);
    }

    /** The own price goes before promotions, whichever is lower; of promotions the lowest, then the first name. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # own,  b,    a,    c,     in force
            0.9,    0.5,  0.5,  0.5,   own-price-1
            ,       0.6,  0.5,  0.7,   a
            ,       0.5,  0.5,  0.6,   a
            ,       0.5,  0.6,  0.4,   c
            1,      0.5,  ,     ,      own-price-1
            ,       1,    ,     ,
            """)
    void oneDiscountAppliesAndNeverTwo(
            @Nullable String ofAccount, @Nullable String b, @Nullable String a, @Nullable String c, @Nullable String name) {
        if (ofAccount != null) agree(PriceTerms.rate(ofAccount), MAY, null, MAY);
        if (b != null) announce("b", PriceTerms.rate(b), MAY, null, MAY);
        if (a != null) announce("a", PriceTerms.rate(a), MAY, null, MAY);
        if (c != null) announce("c", PriceTerms.rate(c), MAY, null, MAY);

        assertThat(nameAt(JUNE)).isEqualTo(Optional.ofNullable(name));
    }

    @Test
    void anAmountAndARateAreComparedByWhatTheyLeaveOfTheListPrice() {
        announce("rate", PriceTerms.rate("0.8"), MAY, null, MAY);
        announce("amount", PriceTerms.amount("0.1136"), MAY, null, MAY);
        assertThat(nameAt(JUNE)).as("0.142 x 0.8 = 0.1136").contains("amount");

        announce("amount", PriceTerms.amount("0.11360001"), MAY, null, MAY);
        assertThat(nameAt(JUNE)).contains("rate");
    }

    @Test
    void nobodyPaysMoreThanTheListPrice() {
        announce("dear", PriceTerms.amount("0.142"), MAY, null, MAY);
        agree(PriceTerms.amount("0.14200001"), MAY, null, MAY);
        assertThat(nameAt(JUNE)).isEmpty();

        announce("cheap", PriceTerms.rate("0.9"), MAY, null, MAY);
        assertThat(nameAt(JUNE)).contains("cheap");
        agree(PriceTerms.amount("0.142"), MAY, null, MAY);
        assertThat(nameAt(JUNE)).contains("own-price-2");
    }

    @Test
    void aDiscountIsOnItsProductsAlone() {
        announce("spring", PriceTerms.rate("0.8"), MAY, null, MAY);
        agree(PriceTerms.rate("0.8"), MAY, null, MAY);

        assertThat(new Discounts(own, promotions).on(new ProductCode("audio-custom"), LISTED, 1, JUNE)).isEmpty();
    }

    /** Fifty a month are six hundred a year. */
    @Test
    void anOwnPriceIsOfOneMonthWhereAYearIsListed() {
        agree(PriceTerms.amount("50"), MAY, null, MAY);

        assertThat(new Discounts(own, promotions).on(PACK, UnitPrice.of("600"), 12, JUNE)).isPresent();
        assertThat(new Discounts(own, promotions).on(PACK, UnitPrice.of("599.99"), 12, JUNE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "1.0001", "0.00001", "2"})
    void aRateIsAboveNothingAndAtMostAllWithFourDecimals(String factor) {
        assertThatThrownBy(() -> PriceTerms.rate(factor))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @Test
    void nothingIsSoldForNothing() {
        assertThatThrownBy(() -> PriceTerms.amount("0")).isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<String> nameAt(Instant at) {
        return new Discounts(own, promotions).on(PACK, LISTED, 1, at).map(DiscountInForce::name);
    }

    private void agree(PriceTerms terms, Instant from, @Nullable Instant until, Instant at) {
        var command = new SetAccountPrice(ACCOUNT, PACK, terms, from, until, "contract 7", true, at);
        own = own.set(command).map(own::evolve).orElse(own);
    }

    private void announce(String name, PriceTerms terms, Instant from, @Nullable Instant until, Instant at) {
        var command = new SetPromotion(new Promotion(name, List.of(PACK), terms, from, until, "summer", true, at));
        promotions = promotions.set(command).map(promotions::evolve).orElse(promotions);
    }
}
