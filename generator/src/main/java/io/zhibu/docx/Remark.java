package io.zhibu.docx;

/**
 * Something in the document that is not plain text, and what became of it.
 *
 * @param detail what it is in particular, in Chinese; may be empty
 * @param text the words that stand in it; may be empty
 */
public record Remark(Kind kind, Place place, String detail, String text) {
    public enum Kind {
        TRACKED("没有接受的修订"),
        COMMENT("批注"),
        FORMATTING("格式修订"),
        TEXT_BOX("文本框"),
        FIELD("域"),
        CONTENTS("目录"),
        EQUATION("公式"),
        DIAGRAM("SmartArt 图形"),
        CHART("图表"),
        OBJECT("嵌入的对象"),
        SHAPE("画出来的图形"),
        PICTURE("图片"),
        HEADER("页眉"),
        FOOTER("页脚"),
        HIDDEN("隐藏文字"),
        SYMBOL("特殊字体的符号"),
        RUBY("拼音指南"),
        NESTED("表中的表"),
        CONTROL("表单控件"),
        MACRO("宏"),
        INSERTED("插入的文件"),
        TEMPLATE("外面的模板"),
        BOOKMARK("文内链接");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As editors call it. */
        public String label() {
            return label;
        }
    }
}
