package io.zhibu.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortOwnerTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void thisVeryProgramIsFound() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new PortOwner().of(socket.getLocalPort()))
                    .hasValue("“java”（进程 " + ProcessHandle.current().pid() + "）");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ofAFreePortNothingIsSaid() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(new PortOwner().of(port)).isEmpty();
    }
}
