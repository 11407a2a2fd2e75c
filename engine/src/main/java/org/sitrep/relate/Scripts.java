package org.sitrep.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads names written in Arabic, Devanagari and Han letters as Latin ones. Where a letter stands for several sounds (Arabic has no p
 * and no v, the characters that transcribe foreign names do not tell l from r) every reading is given.
 */
final class Scripts {
    /** More readings than this are not worth comparing. */
    private static final int MOST = 128;

    /** The characters by which Chinese newspapers transcribe foreign names (after the tables of the Xinhua agency), with their sounds. */
    private static final String HAN =
            "阿a 埃e 艾ai 安an 昂an 奥o 巴ba 班ban 贝be|ber 本ben 比bi 彼pe|pye 别be 博bo 波po|bo 伯ber|b 布b|bu 查cha 采tse 达da 代de 戴da "
                    + "丹dan 德d|de 登den|don 邓den 狄di 迪di 蒂ti 丁tin 东don 杜du 多do 顿ton 恩en|n 尔r|l 法fa|va 范van 方fan 菲fi 费fe 芬fin "
                    + "丰fon 夫v|f 弗f|v 福fo 富fu 盖ge 冈gan 戈go 格g|ge 根gen 贡gon 古gu 哈kha|ha 海hai 汉han|khan 豪hau 赫kh|he 亨hen "
                    + "胡hu|khu 华va 玛ma 娅ya 莉li 丽li 怀vai 惠vi 霍kho|ho 基ki 吉gi|zhi 济zi|zhi 加ga|ka 贾zha 杰de|zhe 捷te 津zin 金kin|zhin 久dyu 卡ka "
                    + "凯kai 坎kan 康kan 考kau 科ko 克k 肯ken 孔kon 库ku 夸kva 昆kun 拉la|ra 莱le|re 赖rai|lai 兰lan|ran 朗lan|ran|rum "
                    + "劳lau|rau 勒le|re 雷re|le 里ri|li 利li|ri 连len|ren 列le|re 林lin|rin 龙lon|ron 隆lon|ron 卢lu|ru 鲁ru|lu 路lu|ru "
                    + "伦len|ren 罗ro|lo 洛lo|ro 马ma 迈mai 曼man 芒mon 毛mau 梅me 门men 蒙mon 米mi 明min 莫mo 墨me 默me|mer 姆m 穆mu 纳na "
                    + "南nan 瑙nau 内ne 尼ni 涅ne 宁nin 纽nyu 努nu 诺no 欧o 帕pa 派pai 潘pan 庞pan 佩pe 皮pi 平pin 蒲pu 普p|pu 奇ch|chi "
                    + "齐chi|tsi 契che 恰cha 乔zho|cho 切che 琴chin 丘chu 让zhan 热zhe 日zhi 儒zhu 若zho 萨sa 塞se|si 赛sai 桑san 瑟s|se "
                    + "森sen 沙sha 尚shan 绍sho 舍she 申shen 什sh 施sh 史s|sh 舒shu 朔sho 斯s 思s 松son 苏su 索so 塔ta 泰ta|tai 坦tan 唐tan|don "
                    + "陶tau 特t|te 滕ten 铁te 廷tin 通ton 图tu 托to 瓦va 万van 旺van 威vi 韦ve 维vi 魏vi 沃vo 乌u 武vu 西si 希shi|khi 锡si 夏sha "
                    + "香shan 肖sho 谢she|se 辛sin 欣khin 叙su 雅ya 亚ya|a 延yen 扬yan 杨yan 耶ye 叶ye 伊i 因in 英in 尤yu 约yo|zho 扎za|zha "
                    + "泽ze 曾zen 詹zhan 哲zhe 珍zhen 朱zhu 茨ts 兹z 佐zo 祖zu 拜bai";

    private static final String ARABIC =
            "ا a أ a إ i آ a ى a ة a ء - ئ i ؤ u ب b|p پ p ت t ث s ج zh|g چ ch ح h خ kh د d ذ z ر r ز z ژ zh س s ش sh "
                    + "ص s ض d ط t ظ z ع a غ g ف f|v ڤ v ق k ك k ک k گ g ل l م m ن n ه h و u|v ي i ی i";
    private static final String DEVANAGARI =
            "क k ख kh ग g घ g ङ n च ch छ ch ज zh झ zh ञ n ट t ठ t ड d ढ d ण n त t थ t द d ध d न n प p फ f ब b भ b म m य y र r ल l व v श sh ष sh स s ह h "
                    + "क़ k ख़ kh ग़ g ज़ z फ़ f अ a आ a इ i ई i उ u ऊ u ए e ऐ e ओ o औ o ऑ o ऋ ri ा a ि i ी i ु u ू u े e ै e ो o ौ o ॉ o ॅ e ृ ri ं n ँ n ् - ़ -";
    private static final char ALIF = '\u0627';
    private static final char LAM = '\u0644';
    private static final char NUKTA = '\u093c';
    private static final char FIRST_MATRA = '\u093e';
    private static final char VIRAMA = '\u094d';
    private static final Map<Character, String[]> SOUNDS = sounds();

    private Scripts() {}

    private static Map<Character, String[]> sounds() {
        Map<Character, String[]> out = new HashMap<>();
        for (String entry : HAN.split(" "))
            out.put(entry.charAt(0), entry.substring(1).split("\\|"));
        for (String table : List.of(ARABIC, DEVANAGARI)) {
            String[] cells = table.split(" ");
            for (int i = 0; i + 1 < cells.length; i += 2)
                out.put(cells[i].charAt(0), cells[i + 1].equals("-") ? new String[] {""} : cells[i + 1].split("\\|"));
        }
        return Map.copyOf(out);
    }

    /** Whether the word is written in one of these scripts. */
    static boolean reads(String word) {
        return !word.isEmpty() && SOUNDS.containsKey(word.charAt(0));
    }

    /** Every reading in Latin letters; a word with a character that has no sound here has none. */
    static List<String> latin(String word) {
        String w = article(word);
        List<String> out = List.of("");
        for (int i = 0; i < w.length(); i++) {
            String[] readings = reading(w, i);
            if (readings.length == 0) return List.of();
            List<String> longer = new ArrayList<>();
            for (String before : out) for (String r : readings) if (longer.size() < MOST) longer.add(before + r);
            out = longer;
        }
        return out;
    }

    /** The Arabic article belongs to no name's skeleton. */
    private static String article(String word) {
        return word.length() > 4 && word.charAt(0) == ALIF && word.charAt(1) == LAM ? word.substring(2) : word;
    }

    private static String[] reading(String w, int i) {
        char c = w.charAt(i);
        char next = i + 1 < w.length() ? w.charAt(i + 1) : 0;
        char before = i > 0 ? w.charAt(i - 1) : 0;
        // Two letters for one sound: "tsh" is ch, a carrier of a first o is no a.
        if (c == 'ت' && next == 'ش' || c == 'أ' && next == 'و' && i == 0) return new String[] {""};
        if (c == 'ش' && before == 'ت') return new String[] {"ch"};
        if (c == 'ज' && next == NUKTA) return new String[] {"z"};
        String[] own = SOUNDS.getOrDefault(c, new String[0]);
        return devanagariConsonant(c) && inherent(next) ? new String[] {own[0] + "a"} : own;
    }

    private static boolean devanagariConsonant(char c) {
        return c >= 'क' && c <= 'ह';
    }

    /** Whether a consonant before {@code next} is spoken with an a. */
    private static boolean inherent(char next) {
        return next != 0 && next != NUKTA && next != VIRAMA && !(next >= FIRST_MATRA && next < VIRAMA);
    }
}
