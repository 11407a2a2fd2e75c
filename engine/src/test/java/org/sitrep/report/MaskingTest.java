package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+7 727 555 01 23",
                "+44 7700 900123",
                "01 99 00 12 34",
                "(0555) 987-6543",
                "555-123-4567",
                "021 555 01 10",
                "+33(0)5.55.01.02.03"
            })
    void telephoneNumbersLoseTheirDigits(String number) {
        assertThat(Masking.mask("Tel. " + number + ", ask for news"))
                .doesNotContainPattern("[0-9]{2}")
                .endsWith(", ask for news");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b@mail.example", "write to tips+news@orda-tribune.example."})
    void addressesLoseTheirLetters(String text) {
        assertThat(Masking.mask(text)).doesNotContain("example").contains("@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-01-11",
                "12 000 000 people",
                "at least 4,353 wounded",
                "164 dead, 103 in Almaty",
                "13:00 to 14:30",
                "on 6.01.2022",
                "2,300-2,500 troops",
                "@ home",
                "1 200 habitants, 3 400 maisons",
                "10.01.2022 14:20",
                "01.02.2022 14:20",
                "2022-01-11 14:20",
                "1,294 killed"
            })
    void otherNumbersStay(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "+",
                "(",
                "((((((((0",
                "+1 2 3 4 5 6 7 8 9 0 1 2 3",
                "a@b",
                "a@b.c",
                "0123456789012345678901234567890123456789",
                "x@y.z@w.v"
            })
    void theLengthNeverChanges(String text) {
        assertThat(Masking.mask(text)).hasSameSizeAs(text);
    }
}
