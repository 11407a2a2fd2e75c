package org.sitrep.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static final String FRENCH =
            "Le ministère a déclaré que près de huit mille personnes ont été arrêtées à Almaty, où l’armée"
                    + " s’est déployée après les émeutes. Le président a ajouté que l’opération était terminée dès lundi.";

    private static final String RUSSIAN =
            "Министерство внутренних дел сообщило, что в ходе беспорядков задержано почти десять тысяч"
                    + " человек. Миротворцы покинут страну в течение десяти дней, заявил президент во вторник.";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void unicodeWithoutAMarkOrADeclaration(String charset) {
        Decoded decoded = Decoder.decode(FRENCH.getBytes(Charset.forName(charset)));
        assertThat(decoded.text()).isEqualTo(FRENCH);
        assertThat(decoded.damage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkDecidesAndIsNoText(String charset) {
        assertThat(Decoder.decode(("\uFEFF" + RUSSIAN).getBytes(Charset.forName(charset)))
                        .text())
                .isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R"})
    void undeclaredCyrillicIsFoundByItsBytes(String charset) {
        Decoded decoded = Decoder.decode(RUSSIAN.getBytes(Charset.forName(charset)));
        assertThat(decoded.text()).isEqualTo(RUSSIAN);
        assertThat(decoded.charset()).isEqualTo(Charset.forName(charset));
    }

    @Test
    void undeclaredWesternIsFoundByItsBytes() {
        assertThat(Decoder.decode(FRENCH.getBytes(Charset.forName("windows-1252")))
                        .text())
                .isEqualTo(FRENCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html><head><meta charset=koi8-r></head>                                               | KOI8-R
            <META http-equiv="Content-Type" content="text/html; charset=windows-1251">              | windows-1251
            <?xml version="1.0" encoding='windows-1251'?><html>                                     | windows-1251
            <html><meta name=a content=b><meta charset='KOI8-R' >                                   | KOI8-R
            """)
    void aDeclarationIsFollowed(String head, String charset) {
        String page = head + "<p>Двенадцать человек.";
        assertThat(Decoder.decode(page.getBytes(Charset.forName(charset))).text())
                .isEqualTo(page);
    }

    @Test
    void validUtf8IsUtf8WhateverIsDeclared() {
        String page = "<meta charset=windows-1251><p>" + RUSSIAN;
        assertThat(Decoder.decode(page.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(page);
    }

    @Test
    void aLatinDeclarationMeansTheWindowsEncoding() {
        byte[] bytes = "<meta charset=iso-8859-1><p>\u0093Ten days\u0094".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Decoder.decode(bytes).text()).endsWith("“Ten days”");
    }

    @Test
    void unknownDeclarationsAreNoHindrance() {
        byte[] bytes = ("<meta charset=martian-7><p>" + FRENCH).getBytes(Charset.forName("windows-1252"));
        assertThat(Decoder.decode(bytes).text()).endsWith(FRENCH);
    }

    @Test
    void aFewBrokenBytesInUtf8AreNamedWithTheirLine() {
        byte[] bytes = (FRENCH + "\nsecond line: \u0001.").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) if (bytes[i] == 1) bytes[i] = (byte) 0xE9;
        Decoded decoded = Decoder.decode(bytes);
        assertThat(decoded.text()).isEqualTo(FRENCH + "\nsecond line: \uFFFD.");
        assertThat(decoded.damage()).hasValueSatisfying(d -> assertThat(d).startsWith("line 2: one character"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0 80", "ED A0 80", "F5 80 80 80", "E2 82", "80"})
    void formsThatUtf8ForbidsAreNotUtf8(String hex) {
        String[] pairs = hex.split(" ");
        byte[] bytes = new byte[pairs.length];
        for (int i = 0; i < pairs.length; i++) bytes[i] = (byte) Integer.parseInt(pairs[i], 16);
        assertThat(Decoder.decode(bytes).charset()).isNotEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void mojibakeIsNoticedAndLeftAsItIs() {
        String wrong = new String(FRENCH.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        Decoded decoded = Decoder.decode(wrong.getBytes(StandardCharsets.UTF_8));
        assertThat(decoded.text()).isEqualTo(wrong);
        assertThat(decoded.damage())
                .hasValueSatisfying(d -> assertThat(d).contains("line 1", "UTF-8 read as windows-1252"));
    }

    @Test
    void cyrillicReadAsWesternIsNoticed() {
        String wrong = new String(RUSSIAN.getBytes(Charset.forName("windows-1251")), Charset.forName("windows-1252"));
        assertThat(Decoder.decode(wrong.getBytes(StandardCharsets.UTF_8)).damage())
                .hasValueSatisfying(d -> assertThat(d).contains("another alphabet"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "« Société », société\u00a0», où l’été… À VENDRE CAFÉ”",
                "SÃO PAULO não está em São João; Ñandú, Ää, Åå",
                "Ærøskøbing, fåår, Øÿ"
            })
    void soundTextIsNotTakenForMojibake(String text) {
        assertThat(Mojibake.notice(text)).isEmpty();
    }
}
