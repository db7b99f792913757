package org.mifeng.api.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mifeng.matcher.InvalidFieldException;

/** Says in Chinese what the engine's model and Bean Validation say in English. Unknown sentences stay as they are. */
final class FieldMessages {
    private static final Pattern RANGE = Pattern.compile("must be (-?[\\d.]+) to (-?[\\d.]+)");
    private static final Pattern LENGTH = Pattern.compile("must have at most (\\d+) characters");
    private static final Pattern COUNT = Pattern.compile("must be at most (\\d+)");

    private FieldMessages() {}

    static String of(InvalidFieldException e) {
        String field = e.field() + " ";
        String message = e.getMessage() == null ? "" : e.getMessage();
        return translate(message.startsWith(field) ? message.substring(field.length()) : message);
    }

    static String translate(String rule) {
        Matcher range = RANGE.matcher(rule);
        if (range.matches()) {
            return "应在 " + range.group(1) + " 到 " + range.group(2) + " 之间";
        }
        Matcher length = LENGTH.matcher(rule);
        if (length.matches()) {
            return "最多 " + length.group(1) + " 个字";
        }
        Matcher count = COUNT.matcher(rule);
        if (count.matches()) {
            return "最多 " + count.group(1) + " 项";
        }
        return switch (rule) {
            case "must not be null", "must not be blank", "must not be empty" -> "必填";
            case "must be a known code of the 2022 classification" -> "不是 2022 版职业分类大典里的代码";
            case "must have the form d-dd-dd-dd" -> "职业代码的格式应为 4-02-05-01";
            case "must be a known certificate" -> "没有这种证书";
            case "must hold a word", "must not be empty for a search" -> "请输入要找的内容";
            case "must use 28 bits" -> "应为 28 位的时间段";
            default -> rule;
        };
    }
}
