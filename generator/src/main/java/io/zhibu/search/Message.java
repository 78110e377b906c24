package io.zhibu.search;

/** Something that who asks should know about the answer. */
public enum Message {
    CUT("cut", "检索的话太长，只用了前 256 个字"),
    TERMS("terms", "词太多，只用了前 48 个"),
    NO_WORDS("no-words", "没有可检索的字"),
    ONLY_EXCLUDED("only-excluded", "只有要排除的词，请再写一个要找的词"),
    HOMOPHONES("homophones", "没有条目包含全部检索词，以下按读音找到"),
    APART("apart", "没有条目把这些字连着写，以下条目分开写着它们"),
    MATTER("matter", "没有条目照这样写，以下按其中要紧的词找到"),
    SPELT("spelt", "以下按拼音找到"),
    OPENED("opened", "最后一个音还没打完，以下按可能的拼音找到"),
    ALIKE("alike", "没有条目这样拼，以下是音相近的（平舌翘舌、前后鼻音等）"),
    BEGUN("begun", "没有这个词，以下条目里有以它开头的词"),
    MISSPELT("misspelt", "没有条目这样拼，以下是差一个字母的"),
    NEARLY("nearly", "没有条目包含全部检索词，以下条目的名称里有这些字，次序或一个字不同"),
    CHARACTERS("characters", "没有条目包含这些词，以下条目的名称里有其中的字"),
    SOME("some", "没有条目包含全部检索词，以下包含其中一部分"),
    LITERAL("literal", "引号里的话要一字不差才算找到；没有条目这样写"),
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
