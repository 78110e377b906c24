package io.zhibu.yaml;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;

/** What is wrong with a piece of YAML, said so that an editor knows what to change. */
record YamlFault(Where where, String rule, String message, String hint) {

    static YamlFault unreadable(Where where) {
        return new YamlFault(where, "yaml-syntax", "YAML 写法有误，读不出来", "对照《怎样写一篇》里的样例检查缩进、冒号和引号");
    }

    void addTo(Diagnostics diagnostics) {
        diagnostics.error(where, rule, message, hint);
    }
}
