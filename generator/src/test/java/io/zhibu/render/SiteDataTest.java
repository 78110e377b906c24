package io.zhibu.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.zhibu.WithSmallSite;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole site as one file for programs. */
class SiteDataTest extends WithSmallSite {
    @BeforeEach
    void ofTwoTypes() {
        site.file("site-config/schemas/common.yml", """
                key: common
                fields:
                  id: {label: 标识, kind: text, required: true}
                  type: {label: 类型, kind: text, required: true}
                  title: {label: 标题, kind: text, required: true}
                  status: {label: 状态, kind: term, of: status, required: true}
                  published: {label: 发布日期, kind: day}
                  unit: {label: 责任单位, kind: term, of: unit}
                  sample: {label: 示例, kind: flag}
                """);
        site.file("site-config/schemas/branch.yml", """
                key: branch
                label: 支部
                plural: 支部们
                order: 20
                fields: {}
                """);
        site.file("site-config/schemas/method.yml", """
                key: method
                label: 工作法
                plural: 工作法库
                order: 10
                fields:
                  branch: {label: 所属党支部, kind: entry, to: branch, inverse: 工作法}
                  aliases: {label: 别名, kind: text, many: true}
                  figures:
                    label: 数说
                    kind: record
                    many: true
                    fields:
                      name: {label: 名目, kind: text}
                      number: {label: 数, kind: number}
                      as_of: {label: 时点, kind: date}
                """);
    }

    @Test
    void anEntryHasItsFieldsTypedAndItsRelationsAtBothEnds() {
        site.entry("branch/one", "title: 一支部\nsample: true", "");
        site.entry("branch/hidden", "status: draft", "");
        site.entry("method/two", """
                title: 引号"与\\斜线
                branch: one
                aliases: 只有一个
                figures: [{name: 次数, number: 1000.50, as_of: 2026-07}]
                """, "正文不在里面。");

        assertThat(json().substring(json().indexOf("  \"entries\""))).isEqualTo("""
                  "entries": [
                    {
                      "id": "two",
                      "type": "method",
                      "title": "引号\\"与\\\\斜线",
                      "sample": false,
                      "uri": "method/two/index.html",
                      "fields": {
                        "id": "two",
                        "type": "method",
                        "title": "引号\\"与\\\\斜线",
                        "status": {
                          "key": "published",
                          "label": "已发布"
                        },
                        "published": "2026-07-01",
                        "unit": {
                          "key": "shuiwen",
                          "label": "水文局"
                        },
                        "branch": {
                          "id": "one"
                        },
                        "aliases": [
                          "只有一个"
                        ],
                        "figures": [
                          {
                            "name": "次数",
                            "number": 1000.50,
                            "as_of": "2026-07"
                          }
                        ]
                      },
                      "relations": [
                        {
                          "label": "所属党支部",
                          "ids": [
                            "one"
                          ]
                        }
                      ]
                    },
                    {
                      "id": "one",
                      "type": "branch",
                      "title": "一支部",
                      "sample": true,
                      "uri": "branch/one/index.html",
                      "fields": {
                        "id": "one",
                        "type": "branch",
                        "title": "一支部",
                        "status": {
                          "key": "published",
                          "label": "已发布"
                        },
                        "published": "2026-07-01",
                        "unit": {
                          "key": "shuiwen",
                          "label": "水文局"
                        },
                        "sample": true
                      },
                      "relations": [
                        {
                          "label": "工作法",
                          "ids": [
                            "two"
                          ]
                        }
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void aFieldSaysWhatItHolds() {
        assertThat(json().replaceAll("\\s+", ""))
                .contains(
                        "{\"key\":\"branch\",\"label\":\"所属党支部\",\"kind\":\"entry\",\"to\":\"branch\",\"many\":false}",
                        "{\"key\":\"unit\",\"label\":\"责任单位\",\"kind\":\"term\",\"of\":\"unit\",\"many\":false}",
                        "{\"key\":\"figures\",\"label\":\"数说\",\"kind\":\"record\",\"fields\":[{\"key\":\"name\",",
                        "{\"key\":\"number\",\"label\":\"数\",\"kind\":\"number\",\"many\":false}");
    }

    @Test
    void itIsJson() throws IOException {
        site.entry("method/two", "title: \"控\\u0007制符、\\U0001F600 与 \\u2028\"", "");
        int depth = 0;
        int tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(json())) {
            while (parser.nextToken() != null) {
                depth += parser.currentToken().isStructStart() ? 1 : 0;
                depth -= parser.currentToken().isStructEnd() ? 1 : 0;
                tokens++;
            }
        }
        assertThat(depth).isZero();
        assertThat(tokens).isGreaterThan(100);
    }

    private String json() {
        return new SiteData(site.catalogue(), "小站").json();
    }
}
