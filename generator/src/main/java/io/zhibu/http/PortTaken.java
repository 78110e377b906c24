package io.zhibu.http;

/** The port that was asked for is another program's. The message is for people, in Chinese and without a full stop. */
public final class PortTaken extends Exception {
    private static final long serialVersionUID = 1;

    PortTaken(int port, String owner, Throwable cause) {
        super("端口 " + port + " 已被" + owner + "占用", cause);
    }
}
