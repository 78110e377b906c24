package io.zhibu.audit;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks for what a script can't do on a page that was opened from a folder: ask for a file, load a module, start a worker. Reads words and
 * signs, not grammar: comments, quoted texts and regular expressions are passed over, what stands in a template text's braces is not.
 */
final class ScriptAudit {
    private static final Set<String> CALLED = Set.of("fetch", "importScripts", "sendBeacon");
    private static final Set<String> MADE = Set.of(
            "XMLHttpRequest", "ActiveXObject", "EventSource", "WebSocket", "Worker", "SharedWorker", "WebTransport");
    private static final Set<String> MODULES = Set.of("import", "export");
    private static final Set<String> GLOBAL = Set.of("window", "self", "globalThis", "navigator");
    private static final Set<String> BEFORE_PATTERN =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await");

    /** Of one file; whoever sees these looks at the file. */
    static final int MOST = 20;

    private final String script;
    private final Where file;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Integer> templates = new ArrayList<>();
    private int depth;
    private String word = "";
    private String owner = "";
    private char sign = ';';
    private boolean making;

    private ScriptAudit(String script, Where file) {
        this.script = script;
        this.file = file;
    }

    /** @param file that the script is, or stands in; with its line and column told only if it is the whole file */
    static List<Diagnostic> check(String script, Where file) {
        ScriptAudit audit = new ScriptAudit(script, file);
        int at = 0;
        while (at < script.length() && audit.found.size() < MOST) {
            at = audit.step(at);
        }
        return audit.found;
    }

    /** One word, sign, text or comment; where the next one begins. */
    private int step(int at) {
        char c = script.charAt(at);
        if (Character.isWhitespace(c)) {
            return at + 1;
        } else if (Character.isJavaIdentifierStart(c)) {
            return word(at);
        } else if (script.startsWith("//", at)) {
            return after("\n", at + 2);
        } else if (script.startsWith("/*", at)) {
            return after("*/", at + 2);
        } else if (c == '"' || c == '\'') {
            return sign('"', quoted(at, c));
        } else if (c == '`') {
            return template(at + 1);
        } else if (c == '/' && beginsPattern()) {
            return sign('"', pattern(at + 1));
        } else if (c == '{') {
            depth++;
        } else if (c == '}' && --depth >= 0 && !templates.isEmpty() && templates.get(templates.size() - 1) == depth) {
            templates.remove(templates.size() - 1);
            return template(at + 1);
        }
        return sign(c, at + 1);
    }

    private int sign(char c, int next) {
        sign = c;
        owner = c == '.' ? word : "";
        making = making && c == '.';
        word = "";
        return next;
    }

    private int word(int at) {
        int end = at;
        while (end < script.length() && Character.isJavaIdentifierPart(script.charAt(end))) {
            end++;
        }
        String before = word;
        String named = script.substring(at, end);
        judge(named, before, at, next(end));
        making = named.equals("new") || making && (sign == '.' || before.equals("new"));
        word = named;
        sign = 'a';
        return end;
    }

    private void judge(String named, String before, int at, char next) {
        boolean own = sign == '.' && !GLOBAL.contains(owner);
        if (CALLED.contains(named) && next == '(' && !own && !before.equals("function")) {
            network(named, at);
        } else if (MADE.contains(named) && (making || before.equals("new")) && !own) {
            network(named, at);
        } else if (named.equals("serviceWorker") && sign == '.') {
            network(named, at);
        } else if (MODULES.contains(named) && sign != '.' && next != ':') {
            found.add(Diagnostic.error(
                    Spot.of(file, script, at),
                    "script-module",
                    "脚本里有 " + named + "，是模块的写法：从文件夹里打开网页时，浏览器不装模块",
                    "写成普通脚本，用几个 <script src> 按次序装进来"));
        }
    }

    private void network(String named, int at) {
        found.add(Diagnostic.error(
                Spot.of(file, script, at),
                "script-network",
                "脚本用了 " + named + "：从文件夹里打开网页时，浏览器不让脚本取文件",
                "把数据写成 .js 文件，用 <script src> 装进来；不用的脚本从 templates/assets 里删去"));
    }

    private char next(int at) {
        int next = at;
        while (next < script.length() && Character.isWhitespace(script.charAt(next))) {
            next++;
        }
        return next < script.length() ? script.charAt(next) : ';';
    }

    private boolean beginsPattern() {
        return sign == 'a' ? BEFORE_PATTERN.contains(word) : "\")]}".indexOf(sign) < 0;
    }

    private int after(String end, int at) {
        int found = script.indexOf(end, at);
        return found < 0 ? script.length() : found + end.length();
    }

    private int quoted(int at, char quote) {
        for (int i = at + 1; i < script.length(); i++) {
            char c = script.charAt(i);
            if (c == quote || c == '\n') {
                return i + 1;
            } else if (c == '\\') {
                i++;
            }
        }
        return script.length();
    }

    private int pattern(int at) {
        boolean inClass = false;
        for (int i = at; i < script.length(); i++) {
            char c = script.charAt(i);
            if (c == '\n' || c == '/' && !inClass) {
                return i + 1;
            } else if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            }
        }
        return script.length();
    }

    private int template(int at) {
        for (int i = at; i < script.length(); i++) {
            char c = script.charAt(i);
            if (c == '`') {
                return sign('"', i + 1);
            } else if (c == '\\') {
                i++;
            } else if (script.startsWith("${", i)) {
                templates.add(depth++);
                return sign('{', i + 2);
            }
        }
        return script.length();
    }
}
