package io.zhibu.picture;

/** The file doesn't hold what it says. Never leaves this room. */
final class BrokenPicture extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
