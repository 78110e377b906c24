/**
 * A page as a value: heading, fields typed by the schema, body. Reads no file and knows no Markdown, no YAML and no HTML.
 *
 * <p>The glossary, English in the code and Chinese for readers: work method 支部工作法 · branch 党支部 · role model 榜样 · entry 条目 (a
 * page with a type) · field 字段 · unrecorded 未载 (no source gives it) · sample 示例 (made up, belongs to a fictional unit) · unit 单位 ·
 * honour 荣誉 · mechanism 机制 · platform 平台 · gloss 释义 · indicator 成效指标 · citation 出处.
 */
package io.zhibu.page;
