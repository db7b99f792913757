package org.mifeng.indexdata.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mifeng.indexdata.query.Chip.Recognition;
import org.mifeng.indexdata.query.QueryReading.Remark;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.PayUnit;

/** What queries ask for, and that no text is too odd. */
class QueryReaderTest {
    private static final QueryReader READER = QueryReader.standard();

    private static String firstTrade(QueryReading reading) {
        return reading.wanted(Chip.Trade.class)
                .findFirst()
                .map(trade -> Occupations.find(trade.occupations().getFirst().code())
                        .orElseThrow()
                        .everydayName())
                .orElse("-");
    }

    private static List<String> keys(String query) {
        return READER.read(query).chips().stream()
                .map(chip -> chip.mark().key())
                .toList();
    }

    @Test
    void aSentenceBecomesChips() {
        QueryReading reading = READER.read("任城区附近日结小工，不要夜班");
        assertThat(reading.chips())
                .extracting(chip -> chip.mark().key())
                .containsExactly("place:任城区", "near:附近", "settlement:日结", "trade:小工", "!slot:夜班");
        assertThat(reading.rest()).isEmpty();
        assertThat(reading.wanted(Chip.Place.class).findFirst().orElseThrow().towns())
                .contains("370811002")
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({
        "bj, 保洁, INITIALS",
        "baojie, 保洁, PINYIN",
        "bao jie, 保洁, PINYIN",
        "bao洁, 保洁, PINYIN",
        "保结, 保洁, HOMOPHONE",
        "厨帅, 厨师, SLIP",
        "baojei, 保洁, SLIP",
        "woxiangzhaobaojie, 保洁, PINYIN",
        "souyinyuan, 收银员, PINYIN",
        "保潔, 保洁, EXACT",
        "ＢＪ, 保洁, INITIALS",
    })
    void theWayANameWasUnderstoodIsSaid(String query, String trade, Recognition recognition) {
        QueryReading reading = READER.read(query);
        assertThat(firstTrade(reading)).isEqualTo(trade);
        assertThat(reading.chips().getFirst().mark().recognition()).isEqualTo(recognition);
    }

    @ParameterizedTest
    @CsvSource({"门卫, 保安", "会计, 会计", "装卸工, 装卸工", "电梯工, 电梯维修"})
    void whatIsKnownIsNeverPutRight(String query, String trade) {
        QueryReading reading = READER.read(query);
        assertThat(firstTrade(reading)).isEqualTo(trade);
        assertThat(reading.chips()).allMatch(chip -> chip.mark().recognition() == Recognition.EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "保洁 5000, 500000, MONTH",
        "300一天, 30000, DAY",
        "一天两百五, 25000, DAY",
        "20块一小时, 2000, HOUR",
        "月薪一万二, 1200000, MONTH",
        "工资六千以上, 600000, MONTH",
        "焊工8k, 800000, MONTH",
        "5000-8000 司机, 500000, MONTH",
        "25/h, 2500, HOUR",
        "150-200 一天, 15000, DAY",
        "4千5一个月, 450000, MONTH",
    })
    void payIsReadAsAFloorWithItsUnit(String query, int fen, PayUnit unit) {
        assertThat(READER.read(query).wanted(Chip.Pay.class)).singleElement().satisfies(pay -> {
            assertThat(pay.leastFen()).isEqualTo(fen);
            assertThat(pay.unit()).isEqualTo(unit);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"50岁能干的保安", "12小时保安", "4.2米货车司机", "我五十八了还能干保洁吗", "1号线保安", "干一天结一天", "两班倒"})
    void agesHoursAndSizesAreNoPay(String query) {
        assertThat(READER.read(query).all(Chip.Pay.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3公里以内, 3000", "5里地, 2500", "附近, 3000", "离家近, 5000", "别太远, 5000", "附近500米以内, 500"})
    void distancesAreRead(String query, int metres) {
        assertThat(READER.read(query).wanted(Chip.Near.class))
                .singleElement()
                .satisfies(near -> assertThat(near.metres()).isEqualTo(metres));
    }

    @ParameterizedTest
    @CsvSource({
        "不要夜班的保安, !slot:夜班 trade:保安",
        "除了保安都行, !trade:保安",
        "不去工厂, !trade:工厂",
        "非中介 保洁, !word:中介 trade:保洁",
        "不要保洁和保安 司机, !trade:保洁 !trade:保安 trade:司机",
        "不用证的司机, !certificate:证 trade:司机",
        "有没有不熬夜的保安, !slot:熬夜 trade:保安",
        "没有健康证能干的帮厨, !certificate:健康证 trade:帮厨",
        "不怕脏的保洁, trade:保洁",
        "不要求学历的保安, trade:保安",
    })
    void aNegationReachesAsFarAsInSpeech(String query, String keys) {
        assertThat(keys(query)).containsExactlyInAnyOrder(keys.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "电工证, 有电工证",
        "我有电工证, 有电工证",
        "叉车证 C1, 有叉车证 有C1",
        "健康证 服务员, 有健康证 服务员",
        "C1 司机, 有C1 司机",
        "有证 会电焊, 电焊",
        "要电工证的活, 要求电工证",
        "要求有健康证的服务员, 要求健康证 服务员",
        "不要证, 不用证",
        "无证, 不用证",
        "没有证, 不用证",
        "不需要证, 不用证",
        "不要求证, 不用证",
        "没电工证的活, 不用电工证",
        "我要找活 电工证, 有电工证",
    })
    void whatIsHeldIsToldFromWhatAJobAsksFor(String query, String labels) {
        assertThat(READER.read(query).chips())
                .extracting(chip -> chip.mark().label())
                .containsExactlyInAnyOrder(labels.split(" "));
    }

    @Test
    void whoWantsNoFactoryIsSparedAllTradesOfFactories() {
        assertThat(READER.read("不进厂").unwanted(Chip.Trade.class))
                .singleElement()
                .satisfies(trade -> assertThat(trade.occupations()).hasSizeGreaterThan(100));
    }

    @Test
    void anAmbiguousShortcutMeansTheCommonestTradeFirst() {
        List<Chip.Weighted> meant = READER.read("hg")
                .wanted(Chip.Trade.class)
                .findFirst()
                .orElseThrow()
                .occupations();
        assertThat(meant).hasSizeGreaterThan(1).isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
    }

    @Test
    void chipsAreSwitchedOffOneByOne() {
        QueryReading one = READER.read("保结 日结 不要夜班", Set.of("trade:保洁"));
        assertThat(one.chips()).extracting(chip -> chip.mark().key()).containsExactly("settlement:日结", "!slot:夜班");
        assertThat(one.rest()).isEqualTo("保结");
        assertThat(one.switchedOff()).extracting(chip -> chip.mark().key()).containsExactly("trade:保洁");
        QueryReading none = READER.read("保结 日结 不要夜班", Set.of("trade:保洁", "settlement:日结", "!slot:夜班"));
        assertThat(none.chips()).isEmpty();
        assertThat(none.rest()).isEqualTo("保结 日结");
    }

    @Test
    void aWordThatNothingExplainsIsLookedForAndOthersAreOffered() {
        QueryReading reading = READER.read("如意家纺");
        assertThat(reading.rest()).contains("如意家纺");
        assertThat(READER.didYouMean(READER.read("叉东工人师"), 3)).hasSizeLessThanOrEqualTo(3);
    }

    private static List<String> meant(String query) {
        return READER.didYouMean(READER.read(query), 3);
    }

    @Test
    void aWordOfTwoCharactersIsTakenForNoNameThatSoundsOtherwise() {
        for (String word : List.of("金管", "魑魅", "打高", "银行", "游泳", "红包")) {
            assertThat(meant(word)).as(word).isEmpty();
        }
        assertThat(meant("越扫")).containsExactly("月嫂");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThat(READER.read("😀🔥👍").remarks()).containsExactly(Remark.UNREADABLE);
        assertThat(READER.read("！！！……").remarks()).containsExactly(Remark.UNREADABLE);
        assertThat(READER.read("\u202e\u202d\u0000\u200f").isEmpty()).isTrue();
        assertThat(READER.read("13800138000 保安").remarks()).containsExactly(Remark.LONG_NUMBER);
        assertThat(READER.read("1".repeat(10_000)).remarks()).containsExactlyInAnyOrder(Remark.LONG_NUMBER, Remark.CUT);
        assertThat(READER.read("").remarks()).isEmpty();
    }

    private static String odd(Random random) {
        List<String> words = List.of(
                "保安", "保结", "bj", "baojie", "日结", "不要", "夜班", "的", "和", "除了", "附近", "3公里以内", "5000", "300一天", "任城区",
                "金城", "健康证", "没有", "工厂", " ", "，", "包吃住", "急", "如意", "😀", "１８", "電焊", "Ａ", "\u202e", "\ud83d", "一",
                "万", "了", "証", "-", "找", "会");
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(14); length > 0; length--) {
            text.append(
                    random.nextInt(15) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : words.get(random.nextInt(words.size())));
        }
        return text.toString();
    }

    @Test
    void anyTextIsReadAndItsChipsDoNotOverlap() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            String text = odd(random);
            QueryReading reading = READER.read(text);
            int end = 0;
            for (Chip chip : reading.chips()) {
                assertThat(chip.mark().span().from()).as(text).isGreaterThanOrEqualTo(end);
                end = chip.mark().span().to();
                assertThat(end).as(text).isLessThanOrEqualTo(text.length());
            }
            assertThat(reading.chips())
                    .as(text)
                    .extracting(chip -> chip.mark().key())
                    .doesNotHaveDuplicates();
            assertThat(reading.rest()).as(text).doesNotContainPattern("\\d{7}");
        }
    }

    @Test
    void withAllChipsOffOnlyWordsAreLeft() {
        Random random = new Random(12);
        for (int i = 0; i < 2_000; i++) {
            String text = odd(random);
            Set<String> keys = READER.read(text).chips().stream()
                    .map(chip -> chip.mark().key())
                    .collect(Collectors.toSet());
            QueryReading off = READER.read(text, keys);
            assertThat(off.chips()).as(text).isEmpty();
            assertThat(off.switchedOff())
                    .as(text)
                    .extracting(chip -> chip.mark().key())
                    .containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @Test
    void widthCaseAndTraditionalCharactersMakeNoDifference() {
        List<LabelledQuery> queries = new ArrayList<>(LabelledQuery.all("tuning"));
        queries.addAll(LabelledQuery.all("test"));
        for (LabelledQuery query : queries) {
            StringBuilder wide = new StringBuilder();
            for (char c : query.query().toCharArray()) {
                wide.append(c > ' ' && c < 0x7f ? (char) (Character.toUpperCase(c) + 0xfee0) : c);
            }
            assertThat(keys(wide.toString().replace('电', '電').replace('护', '護').replace('师', '師')))
                    .as(query.query())
                    .isEqualTo(keys(query.query()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"保", "结保", "abcdefgh", "1", "bj ", "一", "8-", "千万", "不要", "😀", "的", "zhuangxie", "御装"})
    void aLongTextIsReadAsFarAsAnybodyWrites(String piece) {
        QueryReading reading = READER.read(piece.repeat(10_000 / piece.length()));
        assertThat(reading.remarks()).contains(Remark.CUT);
        assertThat(reading.rest().length()).isLessThanOrEqualTo(400);
    }
}
