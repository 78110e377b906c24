package io.zhibu.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes to a request, strictly: what two readers could take for two different things is refused. */
final class RequestReading {
    /** Bytes of the request line and the headers together. */
    static final int LONGEST_HEAD = 16 << 10;
    /** Characters of an address: Chinese in it takes nine for each. */
    static final int LONGEST_TARGET = 4096;

    private static final int PIECE = 64 << 10;
    private static final int MOST_HEADERS = 100;
    private static final Pattern LINE = Pattern.compile("([A-Z]{1,16}) (\\S+) HTTP/1\\.([01])");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");
    private static final Pattern TARGET = Pattern.compile("/[!-~]*");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final InputStream in;
    private final InetAddress client;
    private final ToIntFunction<Request> longestBody;

    /**
     * @param in buffered: it is read byte by byte
     * @param longestBody how many bytes may come with a POST that is asked for like this
     */
    RequestReading(InputStream in, InetAddress client, ToIntFunction<Request> longestBody) {
        this.in = in;
        this.client = client;
        this.longestBody = longestBody;
    }

    /**
     * The next request; empty if the client has no more.
     *
     * @param begins told when its first byte is there
     */
    Optional<Request> next(Runnable begins) throws IOException, Refused {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        begins.run();
        List<String> lines = head(first);
        Matcher line = LINE.matcher(lines.get(0));
        if (!line.matches()) {
            throw new Refused(400, "第一行不是 HTTP/1.1 的请求。");
        }
        String target = line.group(2);
        if (target.length() > LONGEST_TARGET) {
            throw new Refused(414, "网址太长。");
        }
        if (!METHODS.contains(line.group(1))) {
            throw new Refused(405, "只答复 GET、HEAD 和 POST。");
        }
        if (!TARGET.matcher(target).matches() || target.indexOf('#') >= 0) {
            throw new Refused(400, "网址写法有误。");
        }
        Map<String, List<String>> headers = headers(lines.subList(1, lines.size()));
        boolean old = line.group(3).equals("0");
        if (old) {
            headers.computeIfAbsent("connection", any -> new ArrayList<>()).add("close");
        }
        Request request = new Request(line.group(1), target, headers, new byte[0], client);
        return Optional.of(new Request(request.method(), target, headers, body(request, begins), client));
    }

    private List<String> head(int first) throws IOException, Refused {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int read = 0;
        for (int c = first; ; c = in.read()) {
            if (c < 0) {
                throw new IOException("the client went away in the middle of its request");
            }
            if (++read > LONGEST_HEAD) {
                throw new Refused(lines.isEmpty() ? 414 : 431, lines.isEmpty() ? "网址太长。" : "请求头太大。");
            }
            if (c == '\r') {
                if (in.read() != '\n') {
                    throw new Refused(400, "行尾不是回车换行。");
                }
                if (line.isEmpty()) {
                    if (lines.isEmpty()) {
                        throw new Refused(400, "请求是空的。");
                    }
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (c == '\n' || c == 0) {
                throw new Refused(400, "请求里有不该有的字符。");
            } else {
                line.append((char) c);
            }
        }
    }

    private static Map<String, List<String>> headers(List<String> lines) throws Refused {
        if (lines.size() > MOST_HEADERS) {
            throw new Refused(431, "请求头太多。");
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new Refused(400, "请求头写法有误。");
            }
            headers.computeIfAbsent(header.group(1).toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(header.group(2));
        }
        return headers;
    }

    /** Only a POST may bring something, and must say how much. */
    private byte[] body(Request head, Runnable goesOn) throws IOException, Refused {
        Map<String, List<String>> headers = head.headers();
        if (headers.containsKey("transfer-encoding") || headers.containsKey("expect")) {
            throw new Refused(501, "请求体只收写明了长度的。");
        }
        List<String> lengths = headers.getOrDefault("content-length", List.of("0"));
        if (lengths.size() != 1 || !lengths.get(0).matches("\\d{1,10}")) {
            throw new Refused(400, "请求体的长度写法有误。");
        }
        long length = Long.parseLong(lengths.get(0));
        if (length > (head.isPost() ? longestBody.applyAsInt(head) : 0)) {
            throw new Refused(413, "请求体太大。");
        }
        // Room is taken as it comes: who only says that much is coming gets none.
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long left = length; left > 0; ) {
            byte[] some = in.readNBytes((int) Math.min(left, PIECE));
            if (some.length == 0) {
                throw new IOException("the client went away in the middle of its request");
            }
            body.writeBytes(some);
            left -= some.length;
            if (some.length == PIECE) {
                goesOn.run();
            }
        }
        return body.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
