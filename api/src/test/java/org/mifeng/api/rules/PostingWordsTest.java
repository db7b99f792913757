package org.mifeng.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostingWordsTest {
    private static List<String> rules(String text) {
        return PostingWords.find(text).stream().map(RuleHit::ruleId).distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "入职交押金200",
                "需缴纳保证金",
                "报名费50元",
                "服装费自理",
                "工装费100",
                "可办培训贷",
                "先交钱后上岗",
                "押 金 100",
                "押*金一百",
                "押身份证",
                "收中介费"
            })
    void moneyAskedFromASeekerIsHeldForReview(String text) {
        assertThat(PostingWords.find(text)).anySatisfy(hit -> {
            assertThat(hit.ruleId()).isEqualTo("P01");
            assertThat(hit.consequence()).isEqualTo(RuleHit.Consequence.HOLD);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"不收押金", "无押金", "不交押金不收服装费", "免押金", "不收取任何费用，没有中介费", "服装费公司承担", "免费培训", "绝不收报名费", "体检费报销"})
    void sayingThatNothingIsAskedIsLawful(String text) {
        assertThat(rules(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "限本地户口", "本地户籍优先", "只招济宁市人", "须任城区户口", "要求济宁市人", "不要外地人", "外地人勿扰", "户口要求本市", "城镇户口优先", "限汉族", "回族优先",
                "不招少数民族", "民族要求汉族"
            })
    void conditionsOnOriginEthnicityOrReligionAreRefused(String text) {
        assertThat(PostingWords.find(text)).anySatisfy(hit -> {
            assertThat(hit.ruleId()).isEqualTo("P11");
            assertThat(hit.consequence()).isEqualTo(RuleHit.Consequence.REFUSE);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"户籍不限", "不限户籍", "民族不限", "外地本地均可", "熟悉本地道路优先", "急需门岗或市场保洁", "需熟悉小区保洁"})
    void sayingThatOriginDoesNotMatterIsLawful(String text) {
        assertThat(rules(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "招男小工", "女工5名", "限男性", "男士优先", "只要女的", "女服务员", "男保安", "性别：男", "帅哥美女优先", "宝妈优先", "小姐姐快来", "小伙子优先",
                "男2名女3名", "未婚优先", "已婚已育优先", "孕妇勿扰", "两年内不结婚", "男 小 工"
            })
    void conditionsAndPreferencesOnSexMarriageOrChildrenAreRefused(String text) {
        assertThat(PostingWords.find(text)).anySatisfy(hit -> {
            assertThat(hit.ruleId()).isEqualTo("P12");
            assertThat(hit.consequence()).isEqualTo(RuleHit.Consequence.REFUSE);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "男女不限",
                "不限男女",
                "男女均可",
                "男女老少均可",
                "性别不限",
                "女装店导购",
                "男鞋打包",
                "男装女装分拣",
                "妇女儿童用品仓库理货",
                "照顾子女",
                "婚育不限",
                "急招！日结260 装卸工/打包工 包吃住 男女不限"
            })
    void sayingThatSexDoesNotMatterOrNamingGoodsIsLawful(String text) {
        assertThat(rules(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"招男小工两名, 小工", "女服务员, 服务员", "男保安夜班, 保安"})
    void aLawfulWordingIsOffered(String text, String instead) {
        assertThat(PostingWords.find(text))
                .anySatisfy(hit -> assertThat(hit.instead()).contains(instead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"年龄18-50岁", "50岁以下", "18到45周岁", "不超过55岁", "要90后", "1990后优先", "招聘:00后"})
    void conditionsOnAgeNeedAJustificationThatCannotBeGivenYet(String text) {
        assertThat(rules(text)).contains("P13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "年龄不限",
                "年满16周岁",
                "电话0537-2000001",
                "每天8-10小时",
                "日结200-260元",
                "早8点到晚6点",
                "招20人",
                "4300后厨",
                "月薪4300后厨帮工",
                "日结80后厨",
                "晚8:00后上班"
            })
    void otherNumbersAreNoAge(String text) {
        assertThat(rules(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"工资面议", "薪资面谈", "待遇面议"})
    void payToBeAgreedIsRefused(String text) {
        assertThat(rules(text)).contains("P10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"高薪保录", "考证包过", "轻松月入过万", "刷单日赚500", "躺赚"})
    void baitIsHeldForReview(String text) {
        assertThat(PostingWords.find(text))
                .anySatisfy(hit -> assertThat(hit.consequence()).isEqualTo(RuleHit.Consequence.HOLD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"打包过磅", "装车、打包过秤", "打包过程要细心", "扛包过磅"})
    void packingAndWeighingIsNoBait(String text) {
        assertThat(rules(text)).isEmpty();
    }

    @Test
    void aHitMarksTheWordsWhereTheyStand() {
        String text = "装卸工，押 金 一百";
        RuleHit hit = PostingWords.find(text).getFirst();
        assertThat(text.substring(hit.start(), hit.end()))
                .isEqualTo(hit.words())
                .isEqualTo("押 金");
    }

    @Test
    void charactersOutsideTheBasicPlaneDoNotShiftTheMarks() {
        String text = "😀🀄装卸工押金";
        RuleHit hit = PostingWords.find(text).getFirst();
        assertThat(text.substring(hit.start(), hit.end())).isEqualTo("押金");
    }
}
