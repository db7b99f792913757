package org.mifeng.indexdata.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/** What titles say, and that no text is too odd. */
class TitleNormaliserTest {
    private static final TitleNormaliser NORMALISER = TitleNormaliser.ofReferenceTables();

    private static String first(String title) {
        return NORMALISER.read(title).trades().getFirst().code().value();
    }

    @Test
    void aTitleIsTakenApart() {
        TitleReading reading = NORMALISER.read("急招！日结260 装卸工/打包工5名 包吃住 男女不限");
        assertThat(reading.title()).isEqualTo("装卸工 打包工");
        assertThat(reading.trades().get(0).code().value()).isEqualTo("4-02-05-01");
        assertThat(reading.trades().get(1).code().value()).isEqualTo("6-31-05-00");
        assertThat(reading.pay()).contains(new StatedPay(26_000, 26_000, PayUnit.DAY));
        assertThat(reading.settlement()).contains(Settlement.DAILY);
        assertThat(reading.benefits()).isEqualTo(Set.of(Benefit.MEALS, Benefit.LODGING));
        assertThat(reading.openings()).hasValue(5);
        assertThat(reading.urgent()).isTrue();
        assertThat(reading.certificates()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "装卸司机, 4-02-02-02",
        "汽修学徒, 4-12-01-01",
        "KTV服务员, 4-14-05-04",
        "养老院护工, 4-10-01-05",
        "長期電焊工, 6-18-02-04",
        "ＣＮＣ操作员, 6-18-01-07",
        "长期工地小工, 6-29-99-00",
    })
    void theHeadDecidesAndWordsBesideItSayWhatItMeans(String title, String code) {
        assertThat(first(title)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "纯客服 不销售, 4-04-05-03",
        "4.2米货车司机 无需装卸, 4-02-02-02",
        "保洁阿姨 不带孩子, 4-09-08-01",
        "无人机飞手, 4-02-04-06",
    })
    void workThatIsDeniedIsNoWork(String title, String code) {
        assertThat(NORMALISER.read(title).trades())
                .first()
                .extracting(guess -> guess.code().value())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "卸琉璃瓦 现结, 4-02-05-01",
        "砌假山池, 6-29-01-01",
        "烤鸭店服务员, 4-03-02-05",
    })
    void whatIsDoneDecidesAndNotTheThingUnlessAPersonIsNamed(String title, String code) {
        assertThat(first(title)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "景区 文创导购, 4-01-02-03",
        "采购文员, 3-01-02-02",
    })
    void aNameThatMayBeAPersonOutvotesWorkBesideItAndYieldsToItsHead(String title, String code) {
        assertThat(first(title)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "阳光家政服务有限公司诚聘业务员, 4-01-02-01",
        "华丰纺织有限公司招电工一名, 6-31-01-03",
        "天元化工有限公司 食堂厨师, 4-03-02-01",
        "鼎盛化工有限公司 操作工, 6-11-01-02",
    })
    void aFirmsNameYieldsToWhoItWantsAndSpeaksForPeopleOfAnyTrade(String title, String code) {
        assertThat(first(title)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "天马广场仓储【招店员半天班】, 4-01-02-03",
        "圆通急招送快递的, 4-02-07-08",
        "理货/收货/防损 多岗位直招, 4-02-06-02",
    })
    void whoCallsYieldsToWhoIsCalledUnlessPersonsAreListed(String title, String code) {
        assertThat(first(title)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "中转场分拣装卸, 4-02-07-09",
        "质检打包 长白班, 6-31-03-05",
        "装卸司机, 4-02-02-02",
    })
    void workThatComesWithOtherWorkIsAListAndNoCompound(String title, String code) {
        assertThat(first(title)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "普工/叉车工/质检员, 6-31-99-00",
        "招聘普工、焊工、打磨工, 6-31-99-00",
        "普工（学电焊）, 6-18-02-04",
        "叉车工 普工, 6-30-05-01",
        "急聘普工技工仓管, 6-31-99-00",
    })
    void handsThatLeadAListAreWantedAsSuch(String title, String code) {
        assertThat(first(title)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "绿化工、保洁员、保安, 4-09-10-01",
        "快递员、分拣员、仓管, 4-02-07-08",
        "文员/客服/主播, 3-01-02-02",
        "美发师/学徒, 4-10-03-02",
    })
    void personsInAListDoNotSayWhatOneAnotherAre(String title, String code) {
        assertThat(first(title)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "普工 长白班 空调车间, 6-31-99-00",
        "物流仓库操作员, 4-02-06-02",
        "机械厂招普工, 6-31-99-00",
        "机械厂招学徒, 6-20-01-01",
        "可以接送孩子的房产销售岗, 4-06-02-01",
    })
    void noWordIsTakenOutOfAPhraseOrAPersonThatIsSaid(String title, String code) {
        assertThat(first(title)).isEqualTo(code);
    }

    @Test
    void aNameThatIsTheWholeTitleIsKnownForCertain() {
        assertThat(NORMALISER.read("普工").trades().getFirst().confidence()).isGreaterThan(0.6);
    }

    @Test
    void onlyDeniedWorkIsNotGuessed() {
        assertThat(NORMALISER.read("无需装卸").trades())
                .extracting(guess -> guess.code().value())
                .doesNotContain("4-02-05-01");
    }

    @Test
    void personsInARowAreSeveralTradesTheFirstFirst() {
        assertThat(NORMALISER.read("急招收银员理货员").trades().subList(0, 2))
                .extracting(guess -> guess.code().value())
                .containsExactly("4-01-02-04", "4-02-06-02");
    }

    @ParameterizedTest
    @CsvSource({
        "焊工8000-12000元, 800000, 1200000, MONTH",
        "服务员 3.5k-4k 双休, 350000, 400000, MONTH",
        "小时工21元/小时, 2100, 2100, HOUR",
        "搬运 280/天, 28000, 28000, DAY",
        "计件一天200元 网约配送员, 20000, 20000, PIECE",
        "计件日均270元 美容院前台, 27000, 27000, PIECE",
        "冲床工 计件日工资260起, 26000, 26000, PIECE",
        "橡胶厂硫化工 计件8000, 800000, 800000, MONTH",
        "计件20元/小时 分拣, 2000, 2000, HOUR",
        "招聘 月4800元 学徒, 480000, 480000, MONTH",
        "月薪6千 司机, 600000, 600000, MONTH",
        "厨师长年薪12万, 1000000, 1000000, MONTH",
    })
    void payIsReadWithItsUnit(String title, int least, int most, PayUnit unit) {
        assertThat(NORMALISER.read(title).pay()).contains(new StatedPay(least, most, unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"贴砖一平45元/平", "计件3元 穿串工", "派单员一单5元/单", "12月30日开工 保安"})
    void thePriceOfAPieceAndDatesAreNoPay(String title) {
        assertThat(NORMALISER.read(title).pay()).isEmpty();
        assertThat(NORMALISER.read(title).title()).doesNotContain("元");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18-45岁保安", "保安早8点到晚6点", "4.2米货车司机", "12小时保安", "四人间 保安"})
    void agesHoursAndSizesAreNoPay(String title) {
        assertThat(NORMALISER.read(title).pay()).isEmpty();
    }

    @Test
    void certificatesAreFound() {
        assertThat(Certificates.keys(NORMALISER.read("物业招人，持低压电工证").certificates()))
                .containsExactly("electrician");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "保安 13800138000",
                "保安138 0013 8000",
                "保安１３８-００１３-８０００",
                "保安①③⑧⓪⓪①③⑧⓪⓪⓪",
                "保安 1.3.8.0.0.1.3.8.0.0.0",
                "保安一三八零零一三八零零零",
                "保安 100000199001011234",
                "保安 10000019900101123X",
                "保安1\u200b3\u200b8\u200b0\u200b0\u200b1\u200b3\u200b8\u200b0\u200b0\u200b0",
                "保安 0537-2345678",
                "保安138a0013b8000",
            })
    void noPhoneOrIdNumberStaysInTheTitle(String title) {
        TitleReading reading = NORMALISER.read(title);
        assertThat(reading.title().chars().filter(Character::isDigit).count()).isLessThan(7);
        assertThat(reading.title()).doesNotContain("三八零零");
        assertThat(reading.trades().getFirst().code().value()).isEqualTo("4-07-05-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀🔥👍", "！！！……、、", "\u202e\u202d\u0000\u0007\u200f", "\ud83d", "一", "a"})
    void whatNamesNoTradeGetsNoSuddenException(String title) {
        assertThat(NORMALISER.read(title).urgent()).isFalse();
    }

    @Test
    void longTextsAreRead() {
        assertThat(NORMALISER
                        .read("焊工".repeat(5_000))
                        .trades()
                        .getFirst()
                        .code()
                        .value())
                .isEqualTo("6-18-02-04");
        assertThat(NORMALISER.read("1".repeat(10_000)).title()).isEmpty();
        assertThat(NORMALISER.read("8-".repeat(5_000)).title()).isEmpty();
        assertThat(NORMALISER.read("😀".repeat(5_000)).trades()).isEmpty();
    }

    @Test
    void anyTextIsReadAndConfidencesStayBelowOne() {
        Random random = new Random(7);
        String signs = "保安焊工司机0123456789-/元天月名岁k ()【】|急招包吃住abX.，\u202e\ud83d\ude00１８一二十";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(
                        random.nextInt(20) == 0
                                ? (char) random.nextInt(0x10000)
                                : signs.charAt(random.nextInt(signs.length())));
            }
            TitleReading reading = NORMALISER.read(text.toString());
            assertThat(reading.trades().stream()
                            .mapToDouble(TradeGuess::confidence)
                            .sum())
                    .as(text.toString())
                    .isLessThan(1);
            assertThat(reading.trades()).extracting(TradeGuess::code).doesNotHaveDuplicates();
            assertThat(reading.title()).as(text.toString()).doesNotContainPattern("\\d{7}");
        }
    }
}
