package io.zhibu.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PhotoPlaceTest {
    private static byte[] photo(ByteOrder order, boolean places, boolean latitude) {
        ByteBuffer exif = ByteBuffer.allocate(80).order(order);
        exif.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) (places ? 0x8825 : 0x0112))
                .putShort((short) 4)
                .putInt(1)
                .putInt(26);
        exif.putInt(0);
        exif.putShort((short) 1)
                .putShort((short) (latitude ? 2 : 0))
                .putShort((short) 5)
                .putInt(3)
                .putInt(50);
        byte[] head = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 88, 'E', 'x', 'i', 'f', 0, 0};
        return ByteBuffer.allocate(head.length + 80).put(head).put(exif.array()).array();
    }

    @Test
    void aTableOfPlacesWithALatitudeIsAPlace() {
        assertThat(PhotoPlace.isIn(photo(ByteOrder.LITTLE_ENDIAN, true, true))).isTrue();
        assertThat(PhotoPlace.isIn(photo(ByteOrder.BIG_ENDIAN, true, true))).isTrue();
        assertThat(PhotoPlace.isIn(photo(ByteOrder.BIG_ENDIAN, true, false))).isFalse();
        assertThat(PhotoPlace.isIn(photo(ByteOrder.LITTLE_ENDIAN, false, true))).isFalse();
        assertThat(PhotoPlace.isIn("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
        assertThat(PhotoPlace.isIn(new byte[] {(byte) 0xFF, (byte) 0xD8, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I'}))
                .isFalse();
    }
}
