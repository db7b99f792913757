package org.mifeng.kiosk.web;

import org.mifeng.kiosk.session.State.Trouble;

/**
 * What the screen says when something did not work: what happened, and what to do next.
 *
 * @param picture key of the picture
 * @param title what happened
 * @param advice what to do next
 * @param withoutCard whether jobs without a card are a way on
 */
record TroubleText(String picture, String title, String advice, boolean withoutCard) {
    static TroubleText of(Trouble.Kind kind) {
        return switch (kind) {
            case CARD_LIFTED -> new TroubleText("card", "没读到身份证", "请把身份证再放一次，等“嘀”一声再拿起来。", true);
            case CARD_DAMAGED -> new TroubleText("card", "这张身份证读不出来", "证里的芯片可能坏了，可以去派出所换证。今天可以不用身份证找活儿。", true);
            case CARD_WRONG -> new TroubleText("card", "这不是身份证", "请放二代身份证，或者港澳台居民居住证。", true);
            case CARD_NOT_SERVED -> new TroubleText("card", "这种证件还不能查", "外国人永久居留身份证暂时不能刷卡找活儿。可以不用证件看活儿。", true);
            case READER_BROKEN -> new TroubleText("card", "读卡器坏了", "我们会来修。今天可以不用身份证找活儿。", true);
            case UNDER_16 -> new TroubleText("book", "未满 16 周岁，不能打工", "国家不让招童工。有困难请打 12355 青少年服务电话，或者 12333。", false);
            case SERVICE_UNREACHABLE -> new TroubleText("repair", "现在连不上", "请等一会儿，把身份证再放一次。着急可以找大厅的工作人员。", true);
            case KIOSK_NOT_KNOWN -> new TroubleText("repair", "这台机器还没开通", "请找大厅的工作人员，或者用旁边的机器。", false);
            case NO_JOBS -> new TroubleText("other", "附近暂时没有合适的活儿", "换个工种看看，也许就有。每天早上都有新活儿。", true);
        };
    }
}
