package org.sitrep.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+7 727 258 12 34",
                "+7 727 555 01 23",
                "+44 7700 900123",
                "+33142345678",
                "+33(0)5.55.01.02.03",
                "0044 20 7946 0018",
                "00 33 1 42 34 56 78",
                "01 42 34 56 78",
                "01 99 00 12 34",
                "01.02.22.14.20",
                "0142345678",
                "021 555 01 10",
                "021/555 01 10",
                "030 1234567",
                "0 800 123 456",
                "(0555) 987-6543",
                "(212) 555-0123",
                "212-555-0123",
                "555-123-4567",
                "212.555.0123",
                "1-800-555-0123",
                "8 (800) 555-35-35",
                "8 800 555-35-35",
                "8-701-555-12-34",
                "8(727)258-12-34",
                "13800138000",
                "9876543210"
            })
    void telephoneNumbersLoseTheirDigits(String number) {
        assertThat(Contacts.masked("Tel. " + number + ", ask for news"))
                .hasSize(number.length() + 19)
                .doesNotContainPattern("[0-9]")
                .endsWith(", ask for news");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b@mail.example", "tips+news@orda-tribune.example", "anna.k@mail.example.org!"})
    void mailAddressesLoseTheirLetters(String text) {
        assertThat(Contacts.masked("write to " + text))
                .startsWith("write to •")
                .contains("@")
                .doesNotContain("example", "anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-01-11",
                "11.01.2022",
                "on 6.01.2022",
                "11/01/2022 13:00",
                "01.02.2022 14:20",
                "10.01.2022 14:20",
                "10.01.2022 14 dead",
                "01.02.22 14:20",
                "2022-01-11 14:20",
                "3-11-2022 14-16",
                "01.01.2022-31.12.2022",
                "from 2022-01-11 to 2022-01-13",
                "2021-2022",
                "10-12 January",
                "13:00 to 14:30",
                "12 000 000 people",
                "1 200 habitants, 3 400 maisons",
                "2 030 soldats, 1 700 arrestations",
                "5.000.000 habitants",
                "19,700,000 people",
                "2,300-2,500 troops",
                "7 000-8 000-9 000",
                "between 7 000 and 8 000",
                "9.8 million; 12 000 000 tenge",
                "12 000 (3 400 in the capital)",
                "164 dead, 103 in Almaty; 2,265 hurt",
                "at least 4,353 wounded",
                "10000000000 tenge",
                "0.12345678",
                "0.5 per cent",
                "Article 123456",
                "/news/0123456789",
                "Flight 1549 at 13:00, 10 000 m",
                "@president",
                "@ home"
            })
    void otherFiguresStay(String text) {
        assertThat(Contacts.masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a car, AB-123-CD, stood there",
                "auto targata AB 123 CD in fuga",
                "la voiture 1234 AB 75",
                "машина А123ВС 777 скрылась",
                "авто AA 1234 BB стояло",
                "көлік 123 ABC 02 тоқтады",
                "o carro 12-AB-34 ardeu",
                "der Wagen B-MW 1234 brannte",
                "the van AB12 CDE was found",
                "caminhão ABC1D23 parado",
                "a jeep, MH 12 AB 1234",
                "minibüs 34 ABC 123 yandı",
                "车牌号京A12345的汽车",
                "粤B·12345"
            })
    void platesAreMaskedWhereverTheyStand(String text) {
        assertThat(Contacts.masked(text)).hasSameSizeAs(text).contains("•").doesNotContainPattern("[0-9]|\\p{Lu}{2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with number plate ABC 123",
                "licence plates ABC-1234",
                "matrícula 1234 BCD",
                "Kennzeichen HH-AB 12",
                "plaque d'immatriculation 123 AB 75",
                "numer rejestracyjny WA 12345",
                "с госномером А 123",
                "placa de matrícula ABC-123"
            })
    void whatLooksLikeOtherCodesIsAPlateBehindAWordForOne(String text) {
        assertThat(Contacts.masked(text)).contains("•").doesNotContainPattern("[0-9]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flight MH 17 and BA 2490",
                "T-72, S-300, UH-60 and AK-47",
                "S-300 PMU and BTR-80 A",
                "UNR 181, RFC 4180, ISO 3166",
                "at 12 PM 2022",
                "on 11 JAN 2022 and 11 JAN 22",
                "at 1300 GMT",
                "COVID-19, Q1 2022, 200 KM 15",
                "MUEREN 12 DE 164 EN ALMATY",
                "AT LEAST 12 DEAD IN 24 HOURS",
                "USD 1200 and 300 EUR",
                "СМИ: 12 В 24",
                "ABC 123",
                "A4, B2B, G20"
            })
    void otherCodesStay(String text) {
        assertThat(Contacts.masked(text)).isEqualTo(text);
    }

    /** Every form of the file is met: "always" anywhere, "named" behind a word for a plate only. */
    @Test
    void everyFormHoldsAndEveryNamedOneNeedsItsWord() throws IOException {
        for (String line : lines()) {
            int bar = line.indexOf(" |");
            if (bar < 0) continue;
            String form = line.substring(line.indexOf(' ') + 1, bar).strip();
            assertThat(Contacts.masked("see plate " + form + " there")).doesNotContain(form);
            if (line.startsWith("named"))
                assertThat(Contacts.masked("see " + form + " there")).contains(form);
            else assertThat(Contacts.masked("see " + form + " there")).doesNotContain(form);
        }
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Plates.class.getResourceAsStream("plates.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> l.startsWith("always ") || l.startsWith("named "))
                    .toList();
        }
    }

    @Property
    void theLengthNeverChangesAndWhatIsNotMaskedStays(
            @ForAll
                    @StringLength(max = 40)
                    @CharRange(from = '0', to = '9')
                    @Chars({'+', '(', ')', '-', '.', ' ', '/', '@', 'a', 'B', 'C', '京', 'Ж', ':'})
                    String text) {
        String masked = Contacts.masked(text);
        assertThat(masked).hasSameSizeAs(text);
        for (int i = 0; i < text.length(); i++)
            if (masked.charAt(i) != '•') assertThat(masked.charAt(i)).isEqualTo(text.charAt(i));
    }

    @Test
    void manyDigitsTakeNoLongerThanFew() {
        String text = "1 ".repeat(200_000) + "@".repeat(100_000) + "A1 ".repeat(100_000) + "(".repeat(100_000);
        assertThat(Contacts.masked(text)).hasSameSizeAs(text);
    }
}
