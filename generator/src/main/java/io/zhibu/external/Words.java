package io.zhibu.external;

/** Why there was no answer, in the words that editors read. */
final class Words {
    static final String UNREACHABLE = "连不上";
    static final String LATE = "等了很久没有回答";
    static final String INSECURE = "证书不对";
    static final String BROKEN = "回答到一半断了";
    static final String CIRCLE = "转来转去没有到头";
    static final String ELSEWHERE = "转到了别的协议";
    static final String MALFORMED = "不是完整的网址";

    private Words() {}
}
