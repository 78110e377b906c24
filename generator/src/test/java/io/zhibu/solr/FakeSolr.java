package io.zhibu.solr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an export needs of a SolrCloud, on loopback: collections of documents, which are seen once they are committed. */
final class FakeSolr implements AutoCloseable {
    final HttpServer server;
    String version = "9.10.1";
    String mode = "solrcloud";
    /** Instead of any answer: a status and a body. */
    int status = 200;

    String body = "";
    /** Batches that are taken before one is refused. */
    int batchesUntilRefused = Integer.MAX_VALUE;

    String authorization = "";

    final List<String> configsets = new ArrayList<>();
    final Map<String, String> collections = new HashMap<>();
    final Map<String, JsonObject> seen = new TreeMap<>();
    final Map<String, JsonObject> sent = new TreeMap<>();
    final List<String> done = new ArrayList<>();

    FakeSolr() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    Solr solr() {
        return new Solr(address(), java.util.Optional.empty());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/solr");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] content = exchange.getRequestBody().readAllBytes();
            authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (status != 200) {
                say(exchange, status, body);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            Map<String, String> values = values(exchange.getRequestURI().getRawQuery());
            String text = new String(content, StandardCharsets.UTF_8);
            if (path.endsWith("/update") && isBatch(text) && batchesUntilRefused-- <= 0) {
                say(exchange, 503, "<response><lst name='error'><str name='msg'>no leader</str></lst></response>");
                return;
            }
            say(exchange, 200, "<response>" + answer(path, values, text) + "</response>");
        }
    }

    private static boolean isBatch(String text) {
        return !text.contains("\"commit\"");
    }

    private String answer(String path, Map<String, String> values, String text) {
        return switch (path.substring("/solr".length())) {
            case "/admin/info/system" ->
                "<str name='mode'>" + mode + "</str><lst name='lucene'><str name='solr-spec-version'>" + version
                        + "</str></lst>";
            case "/admin/configs" -> configs(values);
            case "/admin/collections" -> collections(values);
            default -> path.endsWith("/select") ? select(values(text)) : update(text);
        };
    }

    private String configs(Map<String, String> values) {
        if (values.get("action").equals("UPLOAD")) {
            configsets.add(values.get("name"));
            done.add("upload");
        }
        return "<arr name='configSets'><str>" + String.join("</str><str>", configsets) + "</str></arr>";
    }

    private String collections(Map<String, String> values) {
        switch (values.get("action")) {
            case "CREATE" -> {
                collections.put(values.get("name"), values.get("collection.configName"));
                done.add("create " + values.get("numShards") + "x" + values.get("replicationFactor"));
                return "";
            }
            case "CLUSTERSTATUS" -> {
                String name = values.get("collection");
                return "<lst name='cluster'><lst name='collections'><lst name='" + name + "'><str name='configName'>"
                        + collections.get(name) + "</str></lst></lst></lst>";
            }
            default -> {
                return "<arr name='collections'><str>" + String.join("</str><str>", collections.keySet())
                        + "</str></arr>";
            }
        }
    }

    /** Two at a time, so that there is a next page. */
    private String select(Map<String, String> values) {
        String after = values.get("cursorMark").equals("*") ? "" : values.get("cursorMark");
        List<JsonObject> found = seen.values().stream()
                .filter(one -> one.get("site").getAsString().equals(values.get("site")))
                .filter(one -> one.get("id").getAsString().compareTo(after) > 0)
                .limit(2)
                .toList();
        StringBuilder said = new StringBuilder("<result name='response' numFound='" + seen.size() + "' start='0'>");
        found.forEach(one -> said.append("<doc><str name='id'>")
                .append(one.get("id").getAsString())
                .append("</str><str name='digest'>")
                .append(one.get("digest").getAsString())
                .append("</str></doc>"));
        String next = found.isEmpty()
                ? values.get("cursorMark")
                : found.get(found.size() - 1).get("id").getAsString();
        return said + "</result><str name='nextCursorMark'>" + next + "</str>";
    }

    private String update(String text) {
        JsonElement all = JsonParser.parseString(text);
        if (all instanceof JsonArray documents) {
            documents.forEach(one -> sent.put(one.getAsJsonObject().get("id").getAsString(), one.getAsJsonObject()));
            done.add("put " + documents.size());
        } else if (all.getAsJsonObject().has("delete")) {
            JsonArray keys = all.getAsJsonObject().getAsJsonArray("delete");
            keys.forEach(key -> sent.remove(key.getAsString()));
            done.add("remove " + keys.size());
        } else {
            seen.clear();
            seen.putAll(sent);
            done.add("commit");
        }
        return "";
    }

    private static Map<String, String> values(String form) {
        Map<String, String> values = new HashMap<>();
        for (String pair : form.split("&")) {
            String[] both = pair.split("=", 2);
            values.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
