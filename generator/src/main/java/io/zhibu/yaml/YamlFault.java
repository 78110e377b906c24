package io.zhibu.yaml;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the YAML library complains of, said so that an editor knows what to change. */
record YamlFault(Where where, String rule, String message, String hint) {

    static YamlFault unreadable(Where start) {
        return new YamlFault(start, "yaml-syntax", "YAML 写法有误，读不出来", "对照《怎样写一篇》里的样例检查缩进、冒号和引号");
    }

    static YamlFault of(MarkedYamlEngineException wrong, String text, Where where, Where start) {
        String problem = String.valueOf(wrong.getProblem());
        String context = String.valueOf(wrong.getContext());
        if (problem.contains("'\\t'")
                || problem.contains("\\t(TAB)")
                || lineAt(text, where, start).startsWith("\t")) {
            return new YamlFault(where, "yaml-tab", "缩进里有制表符（Tab）", "YAML 只认空格：把 Tab 换成两个空格");
        }
        if (context.contains("quoted scalar")) {
            return new YamlFault(where, "yaml-quote", "引号没有配对", "补上另一半引号；文字里有双引号时，外面用单引号");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new YamlFault(where, "yaml-colon", "一行里有两个“: ”，读不清哪个是字段名", "值里有冒号时给整个值加上双引号");
        }
        if (problem.contains("could not find expected ':'") || context.contains("simple key")) {
            return new YamlFault(where, "yaml-no-colon", "字段名后面没有半角冒号", "写成“字段: 值”，冒号用半角，后面空一格");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return new YamlFault(where, "yaml-bracket", "方括号或花括号没有配对", "补上 ] 或 }；列表各项之间用半角逗号");
        }
        if (context.contains("block mapping")
                || context.contains("block collection")
                || problem.contains("block end")) {
            return new YamlFault(where, "yaml-indent", "缩进不对，这一行不知道属于谁", "同一级的字段左边要对齐，下一级多空两格");
        }
        if (problem.contains("cannot start any token")) {
            return new YamlFault(where, "yaml-character", "值不能以这个符号开头", "给整个值加上双引号");
        }
        if (problem.contains("special characters are not allowed")) {
            return new YamlFault(where, "yaml-control", "含有不可见的控制字符", "删去这个字符，重新输入这一行");
        }
        return new YamlFault(where, "yaml-syntax", "YAML 写法有误", "对照《怎样写一篇》里的样例检查缩进、冒号和引号");
    }

    void addTo(Diagnostics diagnostics) {
        diagnostics.error(where, rule, message, hint);
    }

    private static String lineAt(String text, Where where, Where start) {
        int index = where.line() - Math.max(start.line(), 1);
        return text.lines().skip(Math.max(index, 0)).findFirst().orElse("");
    }
}
