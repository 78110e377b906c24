package io.zhibu.template;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.StopException;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What FreeMarker complains of, with the place in the template and a remedy. */
final class TemplateFault {
    private TemplateFault() {}

    /**
     * @param places a template's name to the place that its file is
     * @param template that was asked for
     */
    static Diagnostic of(Throwable wrong, Function<String, Where> places, String template) {
        Throwable root = root(wrong);
        if (root instanceof ParseException parse) {
            return parse(parse, places, template);
        }
        if (root instanceof StrictLoader.Refused refused) {
            return refused.outside()
                    ? Diagnostic.error(
                            places.apply(refused.path()), "symlink", "这个符号链接指到模板文件夹外面，不会跟随", "把它指向的东西拷到这里，删去链接")
                    : unreadable(places.apply(refused.path()));
        }
        if (wrong instanceof TemplateNotFoundException missing) {
            return Diagnostic.error(
                    places.apply(missing.getTemplateName()), "template-missing", "没有这个模板文件", "建这个文件，或改引用它的名称");
        }
        if (wrong instanceof MalformedTemplateNameException malformed) {
            return Diagnostic.error(
                    places.apply(template),
                    "template-name",
                    "模板名“" + malformed.getTemplateName() + "”不合规矩",
                    "写 templates 里的相对路径，不出这个文件夹");
        }
        if (wrong instanceof TemplateException thrown) {
            return thrown(thrown, places, template);
        }
        if (root instanceof Utf8Writer.TooLong) {
            return Diagnostic.error(
                    places.apply(template),
                    "template-endless",
                    "一页超过 " + (Utf8Writer.MOST >> 20) + " MB 还没有写完",
                    "检查循环有没有尽头，?left_pad、?right_pad 的长度是不是写多了几个零");
        }
        if (wrong instanceof OutOfMemoryError) {
            return Diagnostic.error(
                    places.apply(template),
                    "template-endless",
                    "模板要的内存超过 Java 能用的（" + (Runtime.getRuntime().maxMemory() >> 20) + " MB）",
                    "检查循环有没有尽头，?left_pad、?right_pad 的长度是不是写多了几个零");
        }
        if (wrong instanceof StackOverflowError) {
            return Diagnostic.error(places.apply(template), "template-endless", "模板自己套自己，没有尽头", "检查宏和 include 有没有互相调用");
        }
        return unreadable(places.apply(template));
    }

    private static Diagnostic unreadable(Where template) {
        return Diagnostic.error(template, "template-unreadable", "模板读不出来", "检查文件是不是 UTF-8 编码、有没有读的权限");
    }

    /** A template that was stopped because it took longer than it may. */
    static Diagnostic late(Where template, Duration limit) {
        return Diagnostic.error(
                template,
                "template-endless",
                "做一页用了 " + limit.toSeconds() + " 秒还没有做完，停下了",
                "检查循环有没有尽头；宏和 include 有没有互相调用；正则表达式里有没有带 + 或 * 的括号又套上 + 或 *，如 (a+)+");
    }

    /** A template that wasn't tried, since too many others were stopped. */
    static Diagnostic notTried(Where template, int stopped) {
        return Diagnostic.error(
                template, "template-endless", "没有做：已有 " + stopped + " 个模板停不下来", "先改好那几个；它们共用的部分里可能有没有尽头的循环或正则表达式");
    }

    private static Diagnostic parse(ParseException wrong, Function<String, Where> places, String template) {
        String name = Optional.ofNullable(wrong.getTemplateName()).orElse(template);
        return Diagnostic.error(
                at(places.apply(name), wrong.getLineNumber(), wrong.getColumnNumber()),
                "template-syntax",
                "模板写法有误：" + firstLine(wrong.getEditorMessage()),
                "对照别的模板，检查标签是否配对、${ 和 } 是否成对");
    }

    private static Diagnostic thrown(TemplateException wrong, Function<String, Where> places, String template) {
        String name = Optional.ofNullable(wrong.getTemplateSourceName()).orElse(template);
        Where where = at(places.apply(name), orZero(wrong.getLineNumber()), orZero(wrong.getColumnNumber()));
        String blamed = Optional.ofNullable(wrong.getBlamedExpressionString()).orElse("");
        if (wrong instanceof InvalidReferenceException) {
            return Diagnostic.error(
                    where,
                    "template-undefined",
                    "“" + blamed + "”没有值",
                    "可能没有时写成 (" + blamed + ")! 或先用 ?? 判断；键名见 templates/README.md");
        }
        if (wrong instanceof StopException) {
            return Diagnostic.error(
                    where, "template-stop", "模板要求停下：" + firstLine(wrong.getMessageWithoutStackTop()), "按模板作者写的话去改");
        }
        Throwable root = root(wrong);
        if (root instanceof TemplateNotFoundException missing) {
            return Diagnostic.error(
                    where, "template-missing", "没有“" + missing.getTemplateName() + "”这个模板文件", "建这个文件，或改这里的名称");
        }
        if (root instanceof MalformedTemplateNameException malformed) {
            return Diagnostic.error(
                    where,
                    "template-name",
                    "模板名“" + malformed.getTemplateName() + "”不合规矩",
                    "写 templates 里的相对路径，不出这个文件夹");
        }
        String said = String.valueOf(wrong.getMessageWithoutStackTop());
        if (said.startsWith("Instantiating ") || said.startsWith("Can't use ?api")) {
            return Diagnostic.error(
                    where, "template-java", "模板里不能用 Java 对象（?new、?api）", "去掉它；要用的数据见 templates/README.md");
        }
        String reason = root instanceof UnsupportedOperationException refused && refused.getMessage() != null
                ? refused.getMessage()
                : firstLine(wrong.getMessageWithoutStackTop());
        return Diagnostic.error(where, "template-error", "模板执行出错：" + reason, "检查这一处的表达式；可用的键见 templates/README.md");
    }

    private static Throwable root(Throwable wrong) {
        Throwable root = wrong;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static int orZero(Integer number) {
        return number == null ? 0 : number;
    }

    private static Where at(Where file, int line, int column) {
        return line <= 0 ? file : file.at(line, Math.max(column, 0));
    }

    private static String firstLine(String message) {
        String text = message == null ? "" : message.strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }
}
