package io.zhibu.solr;

import io.zhibu.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** A SolrCloud, as its address is asked. */
public final class Solr {
    private static final int CONNECTING = 10_000;
    /** Cleaning up after many deletions takes as long as writing the index again. */
    private static final int ANSWERING = 600_000;

    private static final int OLDEST = 9;
    private static final int KEYS = 5000;

    private final URI base;
    private final Optional<String> credentials;

    /**
     * @param base where its interface is, as {@code http://10.1.2.3:8983/solr}
     * @param credentials name and password with a colon between
     */
    public Solr(URI base, Optional<String> credentials) {
        String text = base.toString().replaceAll("/+$", "");
        this.base = URI.create(base.getPath().replace("/", "").isEmpty() ? text + "/solr" : text);
        this.credentials = credentials;
    }

    @Override
    public String toString() {
        return base.toString();
    }

    /** Whether it is one that takes our collections. */
    void check() throws IOException {
        Reply system = ask("/admin/info/system", Map.of());
        String version =
                system.at("lucene", "solr-spec-version").map(Reply::text).orElse("");
        if (!version.matches("\\d+\\..*")) {
            throw new Fault("“" + base + "”不是 Solr", "看网址对不对，一般以 /solr 结尾");
        }
        if (Integer.parseInt(version.substring(0, version.indexOf('.'))) < OLDEST) {
            throw new Fault("那里的 Solr 是 " + version + "，太旧", "要 " + OLDEST + ".0 或更新的，试过的是 9.10.1");
        }
        if (!system.text("mode").equals("solrcloud")) {
            throw new Fault("那里的 Solr 没有用 SolrCloud 方式", "用 bin/solr start（10.0 起是默认的）或 bin/solr start -c 启动它");
        }
    }

    List<String> collections() throws IOException {
        return ask("/admin/collections", Map.of("action", "LIST")).at("collections").stream()
                .flatMap(list -> list.all().stream())
                .map(Reply::text)
                .toList();
    }

    /** By which configset the collection was made. */
    String configset(String collection) throws IOException {
        return ask("/admin/collections", Map.of("action", "CLUSTERSTATUS", "collection", collection))
                .at("cluster", "collections", collection)
                .map(one -> one.text("configName"))
                .orElse("");
    }

    /** Makes it, with its configset unless that is there already. */
    void create(String collection, Configset configset, int shards, int replicas) throws IOException {
        boolean there = ask("/admin/configs", Map.of("action", "LIST")).at("configSets").stream()
                .flatMap(list -> list.all().stream())
                .anyMatch(one -> one.text().equals(configset.name()));
        if (!there) {
            send(
                    "/admin/configs",
                    Map.of("action", "UPLOAD", "name", configset.name()),
                    "application/octet-stream",
                    configset.zip());
        }
        Map<String, String> wishes = new LinkedHashMap<>();
        wishes.put("action", "CREATE");
        wishes.put("name", collection);
        wishes.put("collection.configName", configset.name());
        wishes.put("numShards", Integer.toString(shards));
        wishes.put("replicationFactor", Integer.toString(replicas));
        wishes.put("waitForFinalState", "true");
        ask("/admin/collections", wishes);
    }

    /** The documents of a site and their digests. */
    Map<String, String> digests(String collection, String site) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        String next = "*";
        for (String here = ""; !here.equals(next); ) {
            here = next;
            Reply reply = post(
                    "/" + collection + "/select",
                    Map.of(
                            "q",
                            "{!term f=site v=$site}",
                            "site",
                            site,
                            "fl",
                            "id,digest",
                            "sort",
                            "id asc",
                            "rows",
                            Integer.toString(KEYS),
                            "cursorMark",
                            here));
            reply.at("response").stream()
                    .flatMap(found -> found.all().stream())
                    .forEach(document -> digests.put(document.text("id"), document.text("digest")));
            next = reply.text("nextCursorMark");
        }
        return digests;
    }

    /** Puts documents in place of those of the same keys; readers don't see them yet. */
    void put(String collection, List<Documents.Made> documents) throws IOException {
        StringBuilder all = new StringBuilder("[");
        documents.forEach(one -> all.append(all.length() > 1 ? "," : "").append(one.json()));
        update(collection, all.append(']').toString());
    }

    void remove(String collection, List<String> keys) throws IOException {
        update(collection, Json.of(Map.of("delete", keys)));
    }

    /** From now on readers see what was sent. */
    void commit(String collection) throws IOException {
        // What was deleted counts until it is cleaned up: how rare a word is would depend on what was there before.
        update(collection, Json.of(Map.of("commit", Map.of("expungeDeletes", true))));
    }

    private void update(String collection, String json) throws IOException {
        send("/" + collection + "/update", Map.of(), "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private Reply ask(String path, Map<String, String> values) throws IOException {
        return Reply.read(answer(path, values, Optional.empty()));
    }

    /** Asks with words that are too many for an address. */
    Reply post(String path, Map<String, String> values) throws IOException {
        byte[] form = form(values).getBytes(StandardCharsets.UTF_8);
        return Reply.read(answer(path, Map.of(), Optional.of(new Content("application/x-www-form-urlencoded", form))));
    }

    private Reply send(String path, Map<String, String> values, String type, byte[] bytes) throws IOException {
        return Reply.read(answer(path, values, Optional.of(new Content(type, bytes))));
    }

    private record Content(String type, byte[] bytes) {}

    private static String form(Map<String, String> values) {
        List<String> all = new ArrayList<>();
        values.forEach((name, value) -> all.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", all);
    }

    private byte[] answer(String path, Map<String, String> values, Optional<Content> content) throws IOException {
        Map<String, String> whole = new LinkedHashMap<>(values);
        whole.put("wt", "xml");
        HttpURLConnection asked = (HttpURLConnection)
                URI.create(base + path + "?" + form(whole)).toURL().openConnection();
        try {
            asked.setConnectTimeout(CONNECTING);
            asked.setReadTimeout(ANSWERING);
            asked.setInstanceFollowRedirects(false);
            credentials.ifPresent(name -> asked.setRequestProperty(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8))));
            if (content.isPresent()) {
                asked.setDoOutput(true);
                asked.setRequestMethod("POST");
                asked.setRequestProperty("Content-Type", content.get().type());
                try (OutputStream out = asked.getOutputStream()) {
                    out.write(content.get().bytes());
                }
            }
            int status = asked.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw refused(status, path, asked);
            }
            try (InputStream in = asked.getInputStream()) {
                return in.readAllBytes();
            }
        } catch (ConnectException | UnknownHostException nobody) {
            throw new Fault("“" + base + "”没有答复", "看主机名和端口对不对，Solr 启动了没有，防火墙让不让过");
        } catch (SocketTimeoutException late) {
            throw new Fault("“" + base + "”很久没有答复", "看 Solr 忙不忙、磁盘满没满；再来一次，从停下的地方接着推");
        } catch (SSLException insecure) {
            throw new Fault("“" + base + "”的证书不能信", "把签发它的证书加进 Java 的信任库（keytool -importcert）");
        } catch (Fault told) {
            throw told;
        } catch (IOException broken) {
            throw new Fault("与“" + base + "”的连接断了", "再来一次，从停下的地方接着推；总断就看 Solr 的日志");
        } finally {
            asked.disconnect();
        }
    }

    private Fault refused(int status, String path, HttpURLConnection asked) throws IOException {
        String said;
        try (InputStream in = asked.getErrorStream()) {
            said = in == null ? "" : message(in.readAllBytes());
        }
        return switch (status) {
            case 401 ->
                new Fault(
                        credentials.isEmpty() ? "Solr 要用户名和密码" : "Solr 不认这个用户名和密码",
                        "写 --user 用户名，密码放在环境变量 ZHIBU_SOLR_PASSWORD 里");
            case 403 -> new Fault("这个用户不许做这件事（" + path + "）", "请 Solr 的管理员给它建集合、写集合的权限（security.json）");
            case 404 -> new Fault("那里没有“" + base.getPath() + path + "”", "看网址对不对，一般以 /solr 结尾");
            default ->
                new Fault(
                        "Solr 没有照办（" + status + (said.isEmpty() ? "" : "：" + said) + "）",
                        status >= 500 ? "看 Solr 的日志；再来一次，从停下的地方接着推" : "看 Solr 的日志");
        };
    }

    private static String message(byte[] xml) {
        try {
            return Reply.read(xml)
                    .at("error", "msg")
                    .map(Reply::text)
                    .orElse("")
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (Fault foreign) {
            return "";
        }
    }
}
