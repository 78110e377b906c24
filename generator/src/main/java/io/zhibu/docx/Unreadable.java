package io.zhibu.docx;

/** Why a file isn't read any further. Thrown and caught in this room alone. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String hint;

    /**
     * @param message one Chinese sentence without a full stop
     * @param hint what to do about it
     */
    Unreadable(String rule, String message, String hint) {
        super(message, null, false, false);
        this.rule = rule;
        this.hint = hint;
    }

    static Unreadable broken(String what) {
        return new Unreadable("word-broken", "文件是坏的，或没有拷全：" + what, "从原处重新拷一遍；能打开就在 Word 或 WPS 里“另存为”.docx");
    }

    static Unreadable swollen() {
        return new Unreadable("word-bomb", "解压以后大得不像一篇文稿，不再往下读", "这可能是有人做的“压缩炸弹”，问清来历；确是文稿，就把文字复制到新建的文档里，“另存为”.docx");
    }

    String rule() {
        return rule;
    }

    String hint() {
        return hint;
    }
}
