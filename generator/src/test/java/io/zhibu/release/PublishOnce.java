package io.zhibu.release;

import java.nio.file.Path;

/** A process of its own that publishes: each word once, or all of them again and again until it is killed. */
final class PublishOnce {
    private PublishOnce() {}

    /** @param words the folder, how often, and what the pages say */
    public static void main(String[] words) throws Exception {
        Nights nights = Nights.to(Path.of(words[0]));
        int times = Integer.parseInt(words[1]);
        for (int i = 0; i < times; i++) {
            for (int j = 2; j < words.length; j++) {
                nights.publish(words[j]);
            }
        }
    }
}
