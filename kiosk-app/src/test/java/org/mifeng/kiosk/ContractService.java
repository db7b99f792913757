package org.mifeng.kiosk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mifeng.kiosk.card.IdNumber;

/**
 * The service's side of {@code docs/design/http.md}, strict: it checks every signature, nonce and time, refuses unknown
 * properties and anything the contract does not name, and remembers what it was asked. Jobs are invented.
 */
public final class ContractService implements AutoCloseable {
    public static final String CODE = "code-for-one-kiosk";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KIOSK_ID = "KKKKKKKKKKKKKKKKKKKKKK";
    private static final String SESSION_PREFIX = "SSSSSSSSSSSSSSSSSSSS";

    private final HttpServer server;
    private final Set<String> nonces = new HashSet<>();
    private final Set<String> openSessions = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> jobs;
    private @Nullable PublicKey kioskKey;
    private boolean codeUsed;
    private int sessions;
    private volatile boolean broken;
    private volatile boolean empty;
    private volatile boolean relaxed;

    public ContractService() throws IOException {
        jobs = jobs(Instant.now());
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on every request is answered with 503, or not. */
    public void broken(boolean now) {
        broken = now;
    }

    /** From now on there are no jobs, or there are. */
    public void empty(boolean now) {
        empty = now;
    }

    /** From now on nothing is near, and the lists of sessions do without the distance; or not. */
    public void relaxed(boolean now) {
        relaxed = now;
    }

    /** Method and path of each request, oldest first. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What broke the contract. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    public Set<String> openSessions() {
        return new TreeSet<>(openSessions);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            requests.add(method + " " + path);
            if (broken) {
                problem(exchange, 503, "unavailable");
                return;
            }
            if (!path.startsWith("/api/v1/")) {
                problem(exchange, 404, "not-found");
                return;
            }
            String rest = path.substring("/api/v1".length());
            if (rest.equals("/kiosk/enrolments") && method.equals("POST")) {
                enrol(exchange, body);
            } else if (rest.startsWith("/kiosk/")) {
                String refusal = distrust(exchange, method, path, body);
                if (!refusal.isEmpty()) {
                    violations.add(refusal);
                    problem(exchange, 401, "kiosk-not-trusted");
                } else if (rest.equals("/kiosk/sessions") && method.equals("POST")) {
                    session(exchange, body);
                } else if (rest.matches("/kiosk/sessions/[^/]+") && method.equals("DELETE")) {
                    openSessions.remove(rest.substring(rest.lastIndexOf('/') + 1));
                    exchange.sendResponseHeaders(204, -1);
                } else if (rest.matches("/kiosk/sessions/[^/]+/shortage") && method.equals("GET")) {
                    shortage(exchange, rest.split("/", -1)[3]);
                } else if (rest.matches("/kiosk/sessions/[^/]+/similar/[^/]+") && method.equals("GET")) {
                    if (isOpen(exchange, rest.split("/", -1)[3])) {
                        answer(exchange, 200, page(8, 5));
                    }
                } else if (rest.matches("/kiosk/sessions/[^/]+/jobs") && method.equals("GET")) {
                    more(exchange, rest.substring("/kiosk/sessions/".length(), rest.length() - "/jobs".length()));
                } else {
                    problem(exchange, 404, "not-found");
                }
            } else if (rest.equals("/job-posts") && method.equals("GET")) {
                near(exchange);
            } else if (rest.matches("/job-posts/[^/]+/similar") && method.equals("GET")) {
                if (!String.valueOf(exchange.getRequestURI().getRawQuery())
                        .matches("near=-?[0-9.]+,-?[0-9.]+&limit=[0-9]+")) {
                    violations.add("query of similar");
                }
                answer(exchange, 200, page(8, 5));
            } else if (rest.startsWith("/job-posts/") && method.equals("GET")) {
                post(exchange, rest.substring("/job-posts/".length()));
            } else {
                problem(exchange, 404, "not-found");
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            violations.add(e.toString());
        }
    }

    private synchronized void enrol(HttpExchange exchange, byte[] body) throws IOException, GeneralSecurityException {
        JsonNode asked = JSON.readTree(body);
        requireOnly(asked, "code", "publicKey");
        if (!asked.path("code").asText().equals(CODE)) {
            problem(exchange, 404, "enrolment-code-unknown");
            return;
        }
        if (codeUsed) {
            problem(exchange, 409, "enrolment-code-used");
            return;
        }
        codeUsed = true;
        kioskKey = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(asked.path("publicKey").asText())));
        answer(
                exchange,
                201,
                JSON.createObjectNode()
                        .put("kioskId", KIOSK_ID)
                        .put("name", "任城人力资源市场 1 号机")
                        .put("latitude", 35.41)
                        .put("longitude", 116.58));
    }

    /** Why a request is not trusted; empty if it is. */
    private synchronized String distrust(HttpExchange exchange, String method, String path, byte[] body)
            throws GeneralSecurityException {
        var headers = exchange.getRequestHeaders();
        String time = String.valueOf(headers.getFirst("Mifeng-Time"));
        String nonce = String.valueOf(headers.getFirst("Mifeng-Nonce"));
        String signature = String.valueOf(headers.getFirst("Mifeng-Signature"));
        PublicKey key = kioskKey;
        if (key == null || !KIOSK_ID.equals(headers.getFirst("Mifeng-Kiosk"))) {
            return "unknown kiosk";
        }
        if (!time.matches("[0-9]+") || Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time)) > 60) {
            return "time";
        }
        if (!nonce.matches("[A-Za-z0-9_-]{22}") || !nonces.add(nonce)) {
            return "nonce";
        }
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(
                (method + "\n" + path + "\n" + time + "\n" + nonce + "\n" + digest).getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getUrlDecoder().decode(signature)) ? "" : "signature";
    }

    private void session(HttpExchange exchange, byte[] body) throws IOException {
        JsonNode asked = JSON.readTree(body);
        requireOnly(asked, "card");
        JsonNode card = asked.path("card");
        requireOnly(card, "kind", "number", "birthDate", "validUntil");
        if (!Set.of("RESIDENT", "HMT").contains(card.path("kind").asText())) {
            violations.add("kind");
        }
        IdNumber.of(card.path("number").asText());
        LocalDate.parse(card.path("birthDate").asText());
        if (card.has("validUntil")) {
            LocalDate.parse(card.path("validUntil").asText());
        }
        String id = SESSION_PREFIX + String.format("%02d", ++sessions);
        openSessions.add(id);
        ObjectNode started = page(0, 20)
                .put("sessionId", id)
                .put("firstVisit", true)
                .put("guidance", "NONE")
                .put("modelVersion", "1")
                .put("indexGeneration", "test")
                .put("total", jobs.size());
        if (relaxed) {
            relax(started, List.of("DISTANCE"), "附近没有合适的，已放宽：距离");
        }
        started.putObject("start").put("latitude", 35.41).put("longitude", 116.58);
        answer(exchange, 201, started);
    }

    private void more(HttpExchange exchange, String session) throws IOException {
        if (!isOpen(exchange, session)) {
            return;
        }
        List<String> without = without(exchange);
        ObjectNode page = page(cursor(exchange), 20);
        if (!without.isEmpty()) {
            relax(page, without, "已放宽：距离");
        }
        answer(exchange, 200, page);
    }

    private boolean isOpen(HttpExchange exchange, String session) throws IOException {
        if (!openSessions.contains(session)) {
            violations.add("a session that is not open was asked");
            problem(exchange, 404, "session-unknown");
            return false;
        }
        return true;
    }

    private static void relax(ObjectNode page, List<String> wishes, String sentence) {
        ObjectNode relaxed = page.putObject("relaxed").put("sentence", sentence);
        wishes.forEach(relaxed.putArray("wishes")::add);
    }

    private List<String> without(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null || query.startsWith("cursor=")) {
            return List.of();
        }
        if (!query.matches("without=[A-Z]+(&without=[A-Z]+)*")) {
            violations.add("query " + query);
        }
        return List.of(query.replace("without=", "").split("&", -1));
    }

    private void shortage(HttpExchange exchange, String session) throws IOException {
        if (!isOpen(exchange, session)) {
            return;
        }
        boolean far = without(exchange).contains("DISTANCE");
        ObjectNode shortage = JSON.createObjectNode().put("guidance", "NONE").put("suiting", jobs.size());
        ArrayNode more = shortage.putArray("more");
        gain(more, "TRADE", 40, false, "放宽工种，能再多 40 个");
        if (far) {
            gain(more, "TIME", 5, true, "放宽时间，能再多 5 个");
        } else {
            gain(more, "DISTANCE", 23, true, "放宽距离，能再多 23 个");
        }
        shortage.put("best", "TRADE");
        answer(exchange, 200, shortage);
    }

    private static void gain(ArrayNode more, String relaxation, int jobs, boolean hidden, String label) {
        more.addObject()
                .put("relaxation", relaxation)
                .put("jobs", jobs)
                .put("hidden", hidden)
                .put("label", label);
    }

    private void near(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        if (!query.matches("near=-?[0-9.]+,-?[0-9.]+&radius=[0-9]+(&q=[^&]+)?(&cursor=[0-9]+)?")) {
            violations.add("query " + query);
        }
        String words = String.valueOf(exchange.getRequestURI().getQuery()).replaceAll(".*&q=|&cursor=.*", "");
        ObjectNode page = JSON.createObjectNode();
        ArrayNode found = page.putArray("jobs");
        for (JsonNode job : page(0, jobs.size()).path("jobs")) {
            String title = job.path("title").asText();
            if (Pattern.compile(" ").splitAsStream(words).anyMatch(title::contains)) {
                found.add(job);
            }
        }
        answer(exchange, 200, page);
    }

    private static int cursor(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        int at = query == null ? -1 : query.indexOf("cursor=");
        return at < 0 ? 0 : Integer.parseInt(query.substring(at + "cursor=".length()));
    }

    private ObjectNode page(int from, int size) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode list = page.putArray("jobs");
        int to = empty ? from : Math.min(from + size, jobs.size());
        for (ObjectNode job : jobs.subList(from, to)) {
            ObjectNode card = job.deepCopy();
            card.remove(List.of("body", "phone", "certificates"));
            list.add(card);
        }
        if (!empty && to < jobs.size()) {
            page.put("nextCursor", String.valueOf(to));
        }
        return page;
    }

    private void post(HttpExchange exchange, String id) throws IOException {
        for (ObjectNode job : jobs) {
            if (job.path("id").asText().equals(id)) {
                ObjectNode detail = job.deepCopy();
                detail.remove(List.of("distanceMetres", "direction", "score", "reasons", "parts"));
                answer(exchange, 200, detail);
                return;
            }
        }
        problem(exchange, 404, "not-found");
    }

    private void requireOnly(JsonNode node, String... names) {
        Set<String> extra = new TreeSet<>();
        node.fieldNames().forEachRemaining(extra::add);
        extra.removeAll(Set.of(names));
        if (!extra.isEmpty()) {
            violations.add("unknown properties " + extra);
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonNode json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body = JSON.writeValueAsBytes(
                JSON.createObjectNode().put("status", status).put("code", code));
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private record Sample(
            String title,
            String picture,
            String unit,
            int yuan,
            double hours,
            String town,
            String address,
            String text) {}

    /** Longer than any screen. */
    private static final String LONG_TEXT =
            "做校服和工作服，平车、锁边都要人，会做整件的工钱另算。早上七点半上班，中午休息一个半小时，晚上六点下班，赶货的时候加班到八点，加班另外算钱。\n\n".repeat(9);

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    "装卸工",
                    "carry",
                    "DAY",
                    260,
                    8,
                    "金城街道",
                    "车站西路 12 号",
                    "卸瓷砖，一车 12 吨，四个人一起干。早上 6 点半在车站西门集合，管一顿午饭。\n\n自带手套，干完当场结。"),
            new Sample("保洁员", "clean", "HOUR", 22, 4, "观音阁街道", "太白路 88 号", "写字楼保洁，早班 6 点到 10 点。"),
            new Sample("后厨帮工", "cook", "MONTH", 4_200, 9, "阜桥街道", "吴泰闸路 3 号", "择菜、洗碗、打荷。包吃包住。"),
            new Sample("餐厅服务员", "serve", "MONTH", 3_800, 9, "古槐街道", "环城北路 21 号", "端菜收台。"),
            new Sample("小区保安", "guard", "MONTH", 3_300, 12, "越河街道", "越河小区东门", "看门登记，会骑电动车。"),
            new Sample("货车司机", "drive", "DAY", 320, 10, "李营街道", "物流园 C 区", "4.2 米厢货，市内送货。"),
            new Sample("送餐员", "deliver", "PIECE", 280, 10, "南苑街道", "建设路", "一单 4 块 5，多劳多得。"),
            new Sample("缝纫工", "sew", "PIECE", 220, 10, "许庄街道", "服装产业园 5 号楼", LONG_TEXT),
            new Sample("电焊工", "weld", "DAY", 380, 9, "柳行街道", "机械厂北院", "二保焊，要焊工证。"),
            new Sample("水电安装工", "electric", "DAY", 350, 9, "洸河街道", "在建安置房工地 3 号楼东侧项目部院内", "要电工证。"),
            new Sample("建筑工地小工", "build", "DAY", 230, 9, "唐口街道", "工地", "搬砖和灰，管午饭。"),
            new Sample(
                    "快递分拨中心夜班分拣员，会开叉车的优先",
                    "sort",
                    "HOUR",
                    20,
                    10,
                    "接庄街道",
                    "高新区黄屯工业园海川路与崇文大道交叉口往北八百米路西快递分拨中心二号库",
                    "夜班分拣。"),
            new Sample("养老院护理员", "care", "MONTH", 4_000, 10, "仙营街道", "幸福里 6 号", "照顾能自理的老人。"));

    private static List<ObjectNode> jobs(Instant now) {
        List<ObjectNode> jobs = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        for (int i = 0; i < 26; i++) {
            Sample sample = SAMPLES.get(i % SAMPLES.size());
            ObjectNode job = JSON.createObjectNode();
            job.put("id", String.format("JJJJJJJJJJJJJJJJJJJJ%02d", i));
            job.put("postNumber", 412_345 + i).put("title", sample.title()).put("rawTitle", "急招！" + sample.title());
            job.putObject("occupation").put("code", "4-02-05-01").put("name", sample.title());
            job.put("picture", sample.picture());
            long fen = sample.yuan() * 100L;
            double hours = sample.unit().equals("MONTH") ? sample.hours() * 26 : sample.hours();
            job.putObject("pay")
                    .put("amountFen", fen)
                    .put("unit", sample.unit())
                    .put("hoursPerDay", sample.hours())
                    .put("fenPerHour", sample.unit().equals("HOUR") ? fen : Math.round(fen / hours));
            job.put(
                    "settlement",
                    List.of("DAILY", "WEEKLY", "MONTHLY", "ON_COMPLETION").get(i % 4));
            job.putObject("place")
                    .put("townCode", "370811002")
                    .put("town", sample.town())
                    .put("address", sample.address())
                    .put("latitude", 35.41)
                    .put("longitude", 116.57);
            job.put("distanceMetres", 640 + 730 * i)
                    .put("direction", List.of("EAST", "NORTH_WEST", "SOUTH").get(i % 3));
            job.put("startsOn", today.plusDays(i % 4).toString());
            job.put("slots", i % 3 == 2 ? 0x0033333 : 0x3333333).put("shiftFixed", false);
            job.put("openings", 12).put("openingsLeft", 7 - i % 5);
            job.putArray("benefits").add("MEALS");
            if (sample.picture().equals("sort")) {
                job.putArray("hazards").add("NIGHT");
            }
            job.putObject("employer").put("name", "示例劳务有限公司").put("verified", i % 2 == 0);
            job.put("confirmedAt", now.minus(2 + 5L * i, ChronoUnit.HOURS).toString());
            job.put("validUntil", now.plus(5, ChronoUnit.DAYS).toString());
            job.put("score", 0.9 - i / 100.0);
            job.putArray("reasons").add("离家近").add(i % 2 == 0 ? "日结" : "会的活儿");
            job.putArray("parts");
            job.put("body", sample.text()).put("phone", "0537-0000" + String.format("%03d", i));
            ArrayNode certificates = job.putArray("certificates");
            if (sample.picture().equals("weld")) {
                certificates.add("焊工证");
            }
            jobs.add(job);
        }
        return jobs;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
