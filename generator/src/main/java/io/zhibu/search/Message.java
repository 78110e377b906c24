package io.zhibu.search;

/** Something that who asks should know about the answer. */
public enum Message {
    CUT("cut", "检索的话太长，只用了前 256 个字"),
    TERMS("terms", "词太多，只用了前 48 个"),
    NO_WORDS("no-words", "没有可检索的字"),
    ONLY_EXCLUDED("only-excluded", "只有要排除的词，请再写一个要找的词"),
    HOMOPHONES("homophones", "没有条目包含全部检索词，以下按读音找到"),
    CHARACTERS("characters", "没有条目包含这些词，以下条目的名称里有其中的字"),
    SOME("some", "没有条目包含全部检索词，以下包含其中一部分"),
    PHRASE_STOPPED("phrase-stopped", "引号里的原话只核对了前 50 篇");

    private final String code;
    private final String text;

    Message(String code, String text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
