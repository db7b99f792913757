package org.mifeng.indexdata.generator;

import java.util.List;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.GivenNames;
import org.mifeng.indexdata.reference.PersonNames;
import org.mifeng.indexdata.reference.Surname;

/** Names, and wishes in people's own words. */
final class SeekerText {
    private static final String[] WANT = {"想找", "想干", "找", "想做", "会", "以前干", "一直干", ""};
    private static final String[] WORK = {"的活", "", "", "的活儿", "这类的", "活"};
    private static final String[] HABITS = {
        "日结最好", "离家近点", "不上夜班", "能干重活", "干活利索", "会骑电动车", "能住宿舍也行", "时间自由", "随叫随到", "白天有空", "晚上有空", "能吃苦", "不怕脏累", "有经验",
        "想长期干", "工资按天发", "周末有空", "腿脚好", "会用手机接单", "管饭就行", "最好有接送", "不想跑太远",
    };

    private final Weighted<Surname> surnames = new Weighted<>(PersonNames.surnames(), Surname::weight);

    String name(boolean male, int birthYear, Draw draw) {
        GivenNames given = PersonNames.givenNames(male, birthYear);
        String surname = surnames.draw(draw).text();
        String second = draw.of(given.second());
        return draw.percent(88) ? surname + draw.of(given.first()) + second : surname + second;
    }

    String wish(List<TradePlan> wishes, long certificates, Draw draw) {
        if (draw.percent(10)) {
            return "";
        }
        StringBuilder text = new StringBuilder(48).append(draw.of(WANT));
        for (int i = 0; i < wishes.size(); i++) {
            if (i > 0) {
                text.append('、');
            }
            text.append(wishes.get(i).name(draw));
        }
        text.append(draw.of(WORK));
        if (draw.percent(35)) {
            text.append('，')
                    .append(
                            draw.percent(80)
                                    ? wishes.getFirst().task(draw)
                                    : wishes.getLast().task(draw));
            text.append(draw.percent(50) ? "都会" : "干过" + draw.between(2, 20) + "年");
        }
        int habits = draw.below(3);
        for (int i = 0; i < habits; i++) {
            text.append('，').append(draw.of(HABITS));
        }
        if (certificates != 0 && draw.percent(40)) {
            List<Certificate> held = Certificates.in(certificates);
            text.append("，有").append(draw.of(held).everydayName());
        }
        return text.toString();
    }
}
