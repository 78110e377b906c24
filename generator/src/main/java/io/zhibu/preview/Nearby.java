package io.zhibu.preview;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.List;

/** This machine's addresses in the network around it. */
final class Nearby {
    private Nearby() {}

    /** As they stand in a web address, those of private networks first; none without a network. */
    static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Nearby::isUsed)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .sorted(Comparator.comparing((InetAddress address) -> !address.isSiteLocalAddress())
                            .thenComparing(InetAddress::getHostAddress))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static boolean isUsed(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (IOException gone) {
            return false;
        }
    }
}
