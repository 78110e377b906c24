// Writes the document of its second argument with the library in its first: headings by style, lists by level, notes, a table of contents.
const [, , library, target] = process.argv;
const d = require(library);
const fs = require("node:fs");

const list = (reference, level, text) => new d.Paragraph({ numbering: { reference, level }, children: [new d.TextRun(text)] });
const cell = (text, more = {}) => new d.TableCell({ children: [new d.Paragraph(text)], ...more });

const document = new d.Document({
    numbering: {
        config: [
            {
                reference: "counted",
                levels: [
                    { level: 0, format: d.LevelFormat.DECIMAL, text: "%1.", alignment: d.AlignmentType.LEFT },
                    { level: 1, format: d.LevelFormat.DECIMAL, text: "（%2）", alignment: d.AlignmentType.LEFT },
                ],
            },
            {
                reference: "chapters",
                levels: [{ level: 0, format: d.LevelFormat.CHINESE_COUNTING, text: "%1、", alignment: d.AlignmentType.LEFT }],
            },
        ],
    },
    footnotes: { 1: { children: [new d.Paragraph("注一的话。")] }, 2: { children: [new d.Paragraph("注二的话。")] } },
    sections: [
        {
            footers: { default: new d.Footer({ children: [new d.Paragraph("讨论稿页脚")] }) },
            children: [
                new d.Paragraph({ text: "示例单位甲来件办理的调研报告", heading: d.HeadingLevel.TITLE }),
                new d.Paragraph({ numbering: { reference: "chapters", level: 0 }, heading: d.HeadingLevel.HEADING_1, children: [new d.TextRun("基本情况")] }),
                new d.Paragraph({
                    children: [
                        new d.TextRun("示例单位甲每年收到来件约四百件"),
                        new d.FootnoteReferenceRun(1),
                        new d.TextRun("，平均 9.5 个工作日答复"),
                        new d.FootnoteReferenceRun(2),
                        new d.TextRun("。见"),
                        new d.ExternalHyperlink({ link: "https://example.cn/(x)", children: [new d.TextRun({ text: "示例网", style: "Hyperlink" })] }),
                        new d.TextRun("，水的分子式是H"),
                        new d.TextRun({ text: "2", subScript: true }),
                        new d.TextRun("O，"),
                        new d.TextRun({ text: "作废的话", strike: true }),
                        new d.TextRun("。"),
                    ],
                }),
                new d.Paragraph({ numbering: { reference: "chapters", level: 0 }, heading: d.HeadingLevel.HEADING_1, children: [new d.TextRun("存在问题")] }),
                list("counted", 0, "没有记全"),
                list("counted", 1, "谁来的没有记"),
                list("counted", 1, "要什么没有记"),
                list("counted", 0, "没有定人"),
                new d.Paragraph({ numbering: { reference: "chapters", level: 0 }, heading: d.HeadingLevel.HEADING_1, children: [new d.TextRun("几点建议")] }),
                new d.Paragraph("两张清单够用。"),
                new d.Table({
                    rows: [
                        new d.TableRow({ children: [cell("栏目", { columnSpan: 2 }), cell("写法")] }),
                        new d.TableRow({ children: [cell("承办", { rowSpan: 2 }), cell("处室"), cell("只写一个")] }),
                        new d.TableRow({ children: [cell("期限"), cell("一般五天")] }),
                    ],
                }),
                new d.Paragraph({
                    children: [
                        new d.Math({
                            children: [new d.MathFraction({ numerator: [new d.MathRun("二次来件")], denominator: [new d.MathRun("总件数")] })],
                        }),
                    ],
                }),
                new d.Paragraph("二〇二五年十二月五日"),
            ],
        },
    ],
});
d.Packer.toBuffer(document).then((bytes) => fs.writeFileSync(target, bytes));
