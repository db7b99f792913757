package org.mifeng.api.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.rules.RuleHit.Consequence;

/**
 * The reviewed words and patterns of what a post must not say. A pure function of the text.
 *
 * <ul>
 *   <li>P01: money asked from a seeker (押金, 报名费, 服装费, 培训贷 ...): held for review.
 *   <li>P10: pay that is "to be agreed" (面议): refused, since a post states its pay.
 *   <li>P11: conditions on household registration, origin, ethnicity, religion (就业促进法 art. 27 to 31; 人力资源市场暂行条例
 *       art. 24): refused.
 *   <li>P12: conditions or preferences on sex, marriage, children, with the evasions in use (男小工, 女工, 帅哥, 宝妈优先)
 *       (九部门通知, 人社部发〔2019〕17号): refused, with the lawful wording offered.
 *   <li>P13: conditions on age, which need a justification and staff's approval: refused until that exists.
 *   <li>P14: bait (高薪保录 ...): held for review.
 * </ul>
 *
 * <p>Words that say the opposite are no hit (男女不限, 不收押金, 户籍不限). Where the words belong to a trade and not to the
 * worker (男装, 女鞋, 妇女儿童用品, 男科, 月嫂) they are no hit either.
 */
public final class PostingWords {
    private static final String NONE = "(?:不限|均可|皆可|都行|都可|不要求|无要求|没有要求|不作要求|不做要求|无限制|不限制|无所谓)";
    private static final String JOB = "(?:小工|大工|力工|普工|工人|工|员工|职工|临时工|学徒|服务员|营业员|导购|收银员|销售|店员|保安|门卫|司机|骑手"
            + "|保洁|清洁工|厨师|帮厨|洗碗工|切配|护工|保姆|阿姨|技师|文员|前台|客服|助理|操作工|包装工|打包工|分拣员|装卸工|搬运工|杂工|缝纫工|焊工|电工|钳工"
            + "|迎宾|传菜员|主播|老师|教练|队员|同志|青年|孩|孩子|生)";

    private static final List<WordRule> RULES = List.of(
            rule(
                    "P01",
                    Consequence.HOLD,
                    "(?:押金|保证金|报名费|服装费|工装费|工服费|培训费|培训贷|岗前贷|体检费自理|建档费|资料费|中介费|介绍费|办卡费|工牌费|风险金|抵押金|占位费"
                            + "|定金|入职费|手续费|会费|(?:先|需|要|须)(?:交|缴|付|垫|垫付)(?:钱|费|款|\\d+元?)|贷款培训|分期培训|扣押?身份证|押身份证)",
                    "(?:不|无|没有?|免|未|零|0|严禁|禁止|绝不|谢绝)(?:收取?|交|缴纳?|要|需|用|任何|扣|押|有)*(?:任何)?(?:押|保证金|报名|服装|工装|工服|培训|中介|介绍|费"
                            + "|手续|会费|身份证|资料|定金|建档)|公司(?:承担|报销|出)|(?:押金|保证金|费)(?:全免|免|不收)|免费|报销",
                    "不得向求职者收取任何费用",
                    hit -> Optional.empty()),
            rule(
                    "P10",
                    Consequence.REFUSE,
                    "(?:工资|薪资|薪酬|待遇|价格|价钱|日薪|月薪|时薪|报酬|工钱)?(?:可)?面[议谈]",
                    null,
                    "要写明工资数额和单位",
                    hit -> Optional.empty()),
            rule(
                    "P11",
                    Consequence.REFUSE,
                    "(?:限|仅限|只限|只招|只要|仅招|要求|须|需|必须|优先招?)(?:是)?(?:本地|本市|本省|本县|本村|外地|城镇|农村|农业|非农)(?:户口|户籍|人|籍|居民)?"
                            + "|(?:限|仅限|只限|只招|只要|仅招|优先招?)(?:是)?[\\u4e00-\\u9fa5]{2,3}[市县区省](?!场)(?:户口|户籍|人|籍|居民)?"
                            + "|(?:要求|须|需|必须)(?:是)?[\\u4e00-\\u9fa5]{2,3}[市县区省](?:户口|户籍|人(?!员)|籍|居民)"
                            + "|(?:本地|本市|本省|本县|外地|城镇|农村|农业|非农)(?:户口|户籍|居民|人)(?:的)?(?:优先|为先|者|佳|即可|才)"
                            + "|(?:不要|不招|不收|谢绝|勿扰|拒绝|不用|除了?)(?:外地|本地|[\\u4e00-\\u9fa5]{2,3})(?:人|籍|户口|户籍)(?!员)"
                            + "|(?:外地|本地|农村)(?:人|户口|户籍)(?:勿扰|不要|不收|免谈|莫扰|除外)|(?:户口|户籍|籍贯|生源地)(?:要求|限制|在|为|须|需|必须|限)",
                    "(?:户口|户籍|籍贯|地域|本地外地|外地本地|生源地)[\\u4e00-\\u9fa5]{0,2}" + NONE + "|不限(?:户口|户籍|籍贯|地域|本地|外地)|熟悉本地",
                    "不得限定户籍或来源地",
                    hit -> Optional.of("")),
            rule(
                    "P11",
                    Consequence.REFUSE,
                    "(?:限|仅限|只招|只要|仅招|不要|不招|不收|谢绝|拒绝|优先|要求|须|需)(?:是)?(?:汉族|少数民族|回族|维吾尔族|维族|藏族|蒙古族|满族|朝鲜族|彝族|壮族|苗族"
                            + "|信教|教徒|穆斯林|基督徒|佛教徒|无宗教信仰)|(?:汉族|少数民族|回族|维吾尔族|维族|藏族|蒙古族|彝族)(?:的)?(?:优先|勿扰|不要|除外|免谈|佳)"
                            + "|(?:民族|宗教|信仰)(?:要求|限制|为|须|需|限)(?!" + NONE + ")",
                    "(?:民族|宗教)[\\u4e00-\\u9fa5]{0,2}" + NONE,
                    "不得限定民族或宗教",
                    hit -> Optional.of("")),
            rule(
                    "P12",
                    Consequence.REFUSE,
                    "(?:限|仅限|只限|只招|只要|仅招|要|招|聘|诚聘|急招|招聘|优先|须|需)?(男|女)(?:性)?(" + JOB + ")(?:\\d+[名人个位])?(?:优先|为主|佳)?",
                    "(?:男装|女装|男鞋|女鞋|男科|女科|男士|女士|子女|儿女|妇女)|男女(?:不限|均可|皆可|都可|都行|都要|工?不限)|不限男女",
                    "不得对性别提条件或偏好",
                    hit -> Optional.of(
                            hit.group(2).equals("孩")
                                            || hit.group(2).equals("孩子")
                                            || hit.group(2).equals("生")
                                    ? ""
                                    : hit.group(2))),
            rule(
                    "P12",
                    Consequence.REFUSE,
                    "(?:限|仅限|只限|只招|只要|仅招|仅|须|需|要求?|招|聘|优先)(?:是)?(?:男|女)(?:性|士|的|同志)?(?:\\d+[名人个位])?(?![装鞋包科款裤裙子袜女男生工])"
                            + "|(?:男|女)(?:性|士|的|同志)?(?:\\d+[名人个位]|优先|为主|佳|勿扰|免谈|不要|即可|各\\d*[名人个]?)|(?:不要|不招|不收|谢绝)(?:男|女)(?:性|士|的)?"
                            + "|性别[:要求为限]*(?:男|女)(?!女?不限|女?均可|女?皆可)",
                    "男女(?:性)?(?:老少|工)?(?:不限|均可|皆可|都可|都行|都要)|不限男女|性别不限|(?:男|女)[装鞋包科款裤裙袜]",
                    "不得对性别提条件或偏好",
                    hit -> Optional.of("")),
            rule(
                    "P12",
                    Consequence.REFUSE,
                    "帅哥|美女|靓女|靓仔|小哥哥|小姐姐|小伙子|小伙|大姐|大妈|大叔|壮劳力男|男劳力|女劳力|宝妈|宝爸|妹子|妹妹|姑娘|壮汉|汉子",
                    "(?:帅哥|小伙|姑娘|大姐|大妈|大叔)(?:饭店|餐厅|面馆|水饺|包子|厨房|便利店|超市|火锅|烧烤)",
                    "不得对性别或家庭状况提条件或偏好",
                    hit -> Optional.of("")),
            rule(
                    "P12",
                    Consequence.REFUSE,
                    "(?:限|仅限|只招|只要|要求?|须|需|优先)?(?:已婚|未婚|单身|离异|已育|未育|未婚未育|已婚已育|无孩|有孩|婚否|无家庭拖累)(?:已育|未育|者|人士)?(?:优先|佳|即可|勿扰|不要)?"
                            + "|(?:备孕|怀孕|孕妇|哺乳期)(?:勿扰|不要|不招|免谈|者?除外)|(?:不要|不招|谢绝)(?:孕妇|怀孕|备孕)|(?:\\d|两|几|三)年内不(?:结婚|生育|怀孕|要孩子)",
                    "(?:婚姻|婚育|婚否|已婚未婚|未婚已婚)[\\u4e00-\\u9fa5]{0,3}" + NONE + "|不限(?:婚姻|婚育|婚否|已婚)",
                    "不得对婚姻或生育状况提条件或偏好",
                    hit -> Optional.of("")),
            rule(
                    "P13",
                    Consequence.REFUSE,
                    "(?:年龄|年纪|岁数)[:要求限在为须需]*\\d{2}|(?:1[6-9]|[2-7]\\d)(?:周)?岁(?:以[内下上]|左右)|(?:1[6-9]|[2-7]\\d)(?:周)?岁?(?:以[内下上]|到|至|~|～)(?:[2-7]\\d)?(?:周)?岁"
                            + "|(?:1[6-9]|[2-7]\\d)[\\u2010-\\u2015~～至到]?(?:[2-7]\\d)(?:周)?岁|(?:不超过|不大于|小于|限)(?:[2-7]\\d)(?:周)?岁"
                            + "|(?<!\\d)(?<!\\d[:点])(?:(?:19)?[6-9]0|(?:20)?0[0-5])后(?!厨)",
                    "(?:满|年满|须满)?16(?:周)?岁(?:以上)?|年龄不限|不限年龄",
                    "年龄条件需要说明理由并经工作人员同意，目前不支持",
                    hit -> Optional.of("")),
            rule(
                    "P14",
                    Consequence.HOLD,
                    "高薪保录|保录取|包录取|(?<!打)包过(?![磅秤])|日赚[\\d一二三四五六七八九十]*[万千]|月入(?:过万|[2-9]万|\\d+万)|躺赚|轻松(?:月入|日入|过万)|刷单|兼职打字|无抵押贷款|网贷|招转培|先培训后上岗收费"
                            + "|点击链接|扫码贷|跑分|代开户|出租银行卡|收购银行卡",
                    null,
                    "疑似虚假或诱导内容，需工作人员查看",
                    hit -> Optional.empty()));

    private PostingWords() {}

    private static WordRule rule(
            String id,
            Consequence consequence,
            String pattern,
            @Nullable String unless,
            String message,
            Function<MatchResult, Optional<String>> instead) {
        return new WordRule(
                id,
                consequence,
                Pattern.compile(pattern),
                Optional.ofNullable(unless).map(Pattern::compile),
                message,
                instead);
    }

    /** All hits in the text, in the order of the text; where two overlap, only the longer one of the same rule. */
    public static List<RuleHit> find(String text) {
        ScreenText.Screened screen = ScreenText.of(text);
        List<RuleHit> hits = new ArrayList<>();
        for (WordRule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(screen.plain());
            while (matcher.find()) {
                if (matcher.end() > matcher.start() && !rule.isExcused(screen.plain(), matcher.toMatchResult())) {
                    hits.add(new RuleHit(
                            rule.ruleId(),
                            rule.consequence(),
                            screen.words(matcher.start(), matcher.end()),
                            screen.start(matcher.start()),
                            screen.end(matcher.end()),
                            rule.message(),
                            rule.instead().apply(matcher.toMatchResult())));
                }
            }
        }
        return hits.stream()
                .filter(hit -> hits.stream().noneMatch(other -> covers(other, hit)))
                .sorted(Comparator.comparingInt(RuleHit::start).thenComparing(RuleHit::ruleId))
                .toList();
    }

    private static boolean covers(RuleHit other, RuleHit hit) {
        boolean longer = other.end() - other.start() > hit.end() - hit.start();
        return longer
                && other.ruleId().equals(hit.ruleId())
                && other.start() <= hit.start()
                && other.end() >= hit.end();
    }
}
