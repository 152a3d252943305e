package io.minutebook.billing.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProhibitedBusinessFileTest {

    @Test
    void theShippedListHasTwentyNineBusinesses() {
        var list = ProhibitedBusinessFile.shipped();

        assertThat(list).hasSize(29).doesNotHaveDuplicates();
        assertThat(list.getFirst().id()).isEqualTo("PB-01");
        assertThat(list.get(6)).isEqualTo(new ProhibitedBusiness("PB-07", "finance", "credit cards", "金融：信用卡"));
        assertThat(list.getLast().id()).isEqualTo("PB-29");
        assertThat(list).extracting(ProhibitedBusiness::business).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "id,sector,business\nPB-01,a,b",
        "id,sector,business,guide",
        "id,sector,business,guide\nPB-02,a,b,c",
        "id,sector,business,guide\nPB-01,a,b,c\nPB-03,a,b,c",
        "id,sector,business,guide\nPB-01,a, ,c",
        "id,sector,business,guide\nPB-01,a,b",
        "id,sector,business,guide\nPB-01,a,b,c,d",
    })
    void aListThatIsNotWholeIsRefused(String csv) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProhibitedBusinessFile.read(csv));
    }
}
