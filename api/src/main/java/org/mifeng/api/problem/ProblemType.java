package org.mifeng.api.problem;

/**
 * Every kind of problem the service answers with. The code is a promise to programs: it never changes; the title is
 * for people and may.
 */
public enum ProblemType {
    /** A value breaks a rule; {@code errors} names field and rule. */
    INVALID_FIELD(400, "invalid-field", "填写的内容有误"),
    /** The body is not JSON. */
    MALFORMED_JSON(400, "malformed-json", "请求内容不是正确的 JSON"),
    /** The body has a property that the route does not know. */
    UNKNOWN_PROPERTY(400, "unknown-property", "请求里有不认识的字段"),
    /** The query has a parameter that the route does not know. */
    UNKNOWN_PARAMETER(400, "unknown-parameter", "请求里有不认识的参数"),
    /** The cursor was not given out for this question, was altered, or is too old. */
    INVALID_CURSOR(400, "invalid-cursor", "翻页标记无效，请从第一页重新开始"),
    /** The request cannot be understood for another reason. */
    BAD_REQUEST(400, "bad-request", "请求无法识别"),
    /** No token, or one that nobody has. */
    TOKEN_REQUIRED(401, "token-required", "请先出示有效的用人单位令牌"),
    /** The kiosk could not prove itself (P35). Says no more on purpose. */
    KIOSK_NOT_TRUSTED(401, "kiosk-not-trusted", "求职机身份验证未通过"),
    /** The kiosk proved itself, but its clock is off by more than a minute. */
    KIOSK_CLOCK_OFF(401, "kiosk-clock-off", "求职机时间不准，请校准时钟"),
    /** The employer is known but may not post now (P15). */
    EMPLOYER_NOT_ALLOWED(403, "employer-not-allowed", "该用人单位目前不能发布岗位"),
    /** Not allowed for another reason. */
    FORBIDDEN(403, "forbidden", "没有权限"),
    /** No such address. */
    NOT_FOUND(404, "not-found", "没有这个地址"),
    /** No such post, or not the asker's. */
    JOB_POST_UNKNOWN(404, "job-post-unknown", "没有这个岗位"),
    /** Nobody gave out this enrolment code, or it is too old. */
    ENROLMENT_CODE_UNKNOWN(404, "enrolment-code-unknown", "没有这个登记码"),
    /** No such session, or it is over. */
    SESSION_UNKNOWN(404, "session-unknown", "会话已结束，请重新刷身份证"),
    /** The address is right, the method is not. */
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "这个地址不支持该方法"),
    /** The client accepts no format we have. */
    NOT_ACCEPTABLE(406, "not-acceptable", "不支持所要的格式"),
    /** The enrolment code was used before. */
    ENROLMENT_CODE_USED(409, "enrolment-code-used", "登记码已经用过"),
    /** The idempotency key was used for another request. */
    IDEMPOTENCY_KEY_REUSED(409, "idempotency-key-reused", "同一个幂等键用于了不同的请求"),
    /** Somebody else changed the same thing at the same time. */
    CONFLICT(409, "conflict", "内容刚被别人改过，请刷新后再试"),
    /** The post was shown once and is no longer open. */
    JOB_POST_CLOSED(410, "job-post-closed", "岗位已经招满或撤下"),
    /** The body is too long. */
    TOO_LARGE(413, "too-large", "请求内容太大"),
    /** The body is in a format we do not read. */
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "只接受 JSON"),
    /** Too many requests; {@code Retry-After} says when to come back. */
    TOO_MANY_REQUESTS(429, "too-many-requests", "操作太快，请稍后再试"),
    /** Our fault; {@code incident} finds it in the log. */
    INTERNAL(500, "internal", "系统出错了，请联系工作人员"),
    /** More ask than can be served; {@code Retry-After} says when to come back. */
    OVERLOADED(503, "overloaded", "现在使用的人太多，请稍后再试"),
    /** The database does not answer; {@code Retry-After} says when to come back. */
    UNAVAILABLE(503, "unavailable", "系统暂时不可用，请稍后再试");

    private final int status;
    private final String code;
    private final String title;

    ProblemType(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The stable code for programs. */
    public String code() {
        return code;
    }

    /** What it is called to people, in Chinese. */
    public String title() {
        return title;
    }

    /** The type URI: a name, not an address to open. */
    public String uri() {
        return "urn:mifeng:problem:" + code;
    }

    /** The type that fits an HTTP status for which nobody said more. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> TOKEN_REQUIRED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }
}
