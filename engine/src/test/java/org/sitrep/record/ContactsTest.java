package org.sitrep.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call +7 727 258 12 34 now", "Tél. 01 42 34 56 78.", "(212) 555-0123", "hotline 8 (800) 555-35-35",
                        "write to anna.k@mail.example.org!",
                "+33142345678", "fax: 0044 20 7946 0018", "00 33 1 42 34 56 78", "212-555-0123", "8-701-555-12-34"
            })
    void contactDetailsAreMaskedToTheSameLength(String text) {
        String masked = Contacts.masked(text);
        assertThat(masked).hasSameSizeAs(text).contains("•");
        assertThat(masked.chars().filter(c -> c >= '0' && c <= '9').count())
                .as(masked)
                .isZero();
        assertThat(masked).doesNotContain("anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 200 habitants",
                "19,700,000 people",
                "from 2022-01-11 to 2022-01-13",
                "9.8 million; 12 000 000 tenge",
                "11/01/2022 13:00",
                "164 dead, 2,265 hurt",
                "@president",
                "Article 123456",
                "2 030 soldats, 1 700 arrestations",
                "10-12 January",
                "5.000.000 habitants",
                "between 7 000 and 8 000",
                "2021-2022",
                "Flight 1549 at 13:00, 10 000 m",
                "11.01.2022",
                "0.5 per cent"
            })
    void otherFiguresStay(String text) {
        assertThat(Contacts.masked(text)).isEqualTo(text);
    }

    @org.junit.jupiter.api.Test
    void manyDigitsTakeNoLongerThanFew() {
        String text = "1 ".repeat(200_000) + "@".repeat(100_000);
        assertThat(Contacts.masked(text)).hasSameSizeAs(text);
    }
}
