package io.zhibu.search;

/** Something that who asks should know about the answer. */
public enum Message {
    CUT("cut", "问话太长，只用了前 256 个字"),
    TERMS("terms", "词太多，只用了前 48 个"),
    NO_WORDS("no-words", "没有可查的字"),
    ONLY_EXCLUDED("only-excluded", "只有要排除的词，请再写一个要找的词"),
    HOMOPHONES("homophones", "没有条目含全部的词，按读音找到这些"),
    CHARACTERS("characters", "没有条目含这些词，列出名称里有其中的字的"),
    SOME("some", "没有条目含全部的词，列出含一部分的"),
    PHRASE_STOPPED("phrase-stopped", "引号里的话只核对了前 50 篇");

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
