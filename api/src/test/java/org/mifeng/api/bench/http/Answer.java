package org.mifeng.api.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP/1.1 answer as it arrives: only where it ends and what its head says; bodies are counted, not kept. */
final class Answer {
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final StringBuilder head = new StringBuilder();
    private final byte[] tail = new byte[LAST_CHUNK.length];
    private boolean headIsWhole;
    private boolean chunked;
    private long bodyLeft;
    private int status;
    private boolean whole;
    private boolean keepAlive;
    private boolean retryAfter;

    void begin() {
        head.setLength(0);
        headIsWhole = false;
        whole = false;
        retryAfter = false;
    }

    void take(ByteBuffer bytes) {
        while (!headIsWhole && bytes.hasRemaining()) {
            head.append((char) (bytes.get() & 0xFF));
            if (endsHead()) {
                readHead();
            }
        }
        if (!headIsWhole) {
            return;
        }
        if (chunked) {
            // requests are not sent before the answer is whole, so the last chunk is the last that arrives
            while (bytes.remaining() > LAST_CHUNK.length) {
                bytes.position(bytes.limit() - LAST_CHUNK.length);
            }
            int more = bytes.remaining();
            System.arraycopy(tail, more, tail, 0, tail.length - more);
            bytes.get(tail, tail.length - more, more);
            whole = Arrays.equals(tail, LAST_CHUNK);
        } else {
            bodyLeft -= bytes.remaining();
            whole = bodyLeft <= 0;
        }
    }

    private boolean endsHead() {
        int length = head.length();
        return length >= 4
                && head.charAt(length - 1) == '\n'
                && head.substring(length - 4).equals("\r\n\r\n");
    }

    private void readHead() {
        String text = head.toString().toLowerCase(Locale.ROOT);
        headIsWhole = true;
        status = Integer.parseInt(text.substring(9, 12));
        chunked = text.contains("\r\ntransfer-encoding: chunked");
        keepAlive = !text.contains("\r\nconnection: close");
        retryAfter = text.contains("\r\nretry-after: ");
        Arrays.fill(tail, (byte) 0);
        Matcher length = LENGTH.matcher(text);
        bodyLeft = length.find() ? Long.parseLong(length.group(1)) : 0;
    }

    boolean isWhole() {
        return whole;
    }

    int status() {
        return status;
    }

    boolean keepsAlive() {
        return keepAlive;
    }

    boolean retryAfter() {
        return retryAfter;
    }
}
