package org.mifeng.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mifeng.kiosk.service.JobCard;
import org.mifeng.kiosk.service.WeekTimes;

class JobViewTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private static JobCard job(JobCard.Pay pay) {
        return new JobCard(
                "id",
                412_345,
                "装卸工",
                new JobCard.Occupation("4-02-05-01", "装卸搬运工"),
                "carry",
                pay,
                "DAILY",
                new JobCard.Place("金城街道", "任城区金城街道车站西路 12 号"),
                2_130.0,
                "EAST",
                LocalDate.of(2026, 11, 22),
                0x0033333,
                12,
                7,
                List.of("MEALS", "HELICOPTER"),
                List.of("NIGHT"),
                new JobCard.Employer("示例劳务", true),
                NOW.minusSeconds(3 * 3_600),
                List.of("离家近", "日结", "第三个"));
    }

    @Test
    void aJobIsSpokenAsPeopleSpeak() {
        JobView view = JobView.of(job(new JobCard.Pay(26_000, "DAY", 8.0, 3_250L)), NOW);
        assertThat(view.payPer() + " " + view.pay()).isEqualTo("一天 260");
        assertThat(view.payPerHour()).isEqualTo("合 32.5 元/小时");
        assertThat(view.town() + " " + view.address()).isEqualTo("金城街道 车站西路 12\u00A0号");
        assertThat(view.way()).isEqualTo("东边 2.1 公里");
        assertThat(view.when()).isEqualTo("明天开工 · 周一到周五白天");
        assertThat(view.wanted()).isEqualTo("还要 7 人");
        assertThat(view.settlement()).isEqualTo("日结");
        assertThat(view.age()).isEqualTo("3 小时前确认");
        assertThat(view.reasons()).containsExactly("离家近", "日结");
        assertThat(view.benefits()).containsExactly("包吃");
        assertThat(view.hazards()).containsExactly("夜班");
    }

    @Test
    void whatIsNotStatedIsNotShown() {
        JobCard bare = new JobCard(
                "id",
                1,
                "小工",
                null,
                null,
                new JobCard.Pay(2_250, "HOUR", null, 2_250L),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of());
        JobView view = JobView.of(bare, NOW);
        assertThat(view.payPer() + " " + view.pay()).isEqualTo("一小时 22.5");
        assertThat(view.payPerHour()).isNull();
        assertThat(view.picture()).isEqualTo("other");
        assertThat(List.of(view.way(), view.when(), view.wanted(), view.settlement(), view.age(), view.employer()))
                .containsOnly("");
        assertThat(view.verified()).isFalse();
    }

    @Test
    void amountsHaveNoNeedlessNoughts() {
        assertThat(JobView.yuan(26_000)).isEqualTo("260");
        assertThat(JobView.yuan(420_000)).isEqualTo("4200");
        assertThat(JobView.yuan(3_250)).isEqualTo("32.5");
        assertThat(JobView.yuan(1_804)).isEqualTo("18");
        assertThat(JobView.yuan(12_345)).isEqualTo("123");
    }

    @Test
    void timesOfAWeekAreSaidInAFewWords() {
        assertThat(WeekTimes.inWords(0)).isEmpty();
        assertThat(WeekTimes.inWords(0x0FFFFFFF)).isEqualTo("什么时候都行");
        assertThat(WeekTimes.inWords(0x1111111)).isEqualTo("每天上午");
        assertThat(WeekTimes.inWords(0x3300000)).isEqualTo("周末白天");
        assertThat(WeekTimes.inWords(0x0008000)).isEqualTo("周四夜里");
        assertThat(WeekTimes.inWords(0x0010101)).isEqualTo("一周 3 天上午");
        assertThat(WeekTimes.inWords(0x0000021)).isEqualTo("周一到周二");
    }
}
