package io.zhibu.picture;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import java.util.Optional;

/** A picture that somebody brings along, made fit to be kept beside an entry: upright, no wider than pages need, nothing of the camera's. */
public final class Trimming {
    /** Pixels across; a screen shows no more of a text's width. */
    public static final int WIDEST = 1920;

    /**
     * What is kept.
     *
     * @param ending of its file's name, without a dot
     * @param width pixels; 0 if a drawing doesn't say
     */
    public record Trimmed(byte[] bytes, String ending, int width, int height) {}

    private Trimming() {}

    /**
     * Empty if readers couldn't see it; why is in the diagnostics.
     *
     * @param name of the file, for people; its ending doesn't matter
     */
    public static Outcome<Optional<Trimmed>> of(byte[] file, String name) {
        Diagnostics diagnostics = new Diagnostics();
        Where where = Where.inFile(name);
        String stem = name.replaceFirst("\\.[^.]*$", "");
        String named = Kind.of(file).map(kind -> stem + "." + kind.ending()).orElse(name);
        Optional<Picture> measured = new Measuring(named, where, where, diagnostics).picture(file);
        if (measured.isEmpty() || diagnostics.hasErrors()) {
            return Outcome.of(Optional.empty(), diagnostics);
        }
        Picture picture = measured.get();
        String ending = Kind.of(file).orElseThrow().ending();
        try {
            boolean shrinks = !picture.narrower().isEmpty() && picture.width() > WIDEST;
            byte[] bytes = shrinks ? Making.narrower(picture, file, WIDEST) : Making.whole(picture, file);
            return Outcome.of(
                    new Measuring(named, where, where, new Diagnostics())
                            .picture(bytes)
                            .map(made -> new Trimmed(bytes, ending, made.width(), made.height())),
                    diagnostics);
        } catch (BrokenPicture broken) {
            diagnostics.error(where, "picture-broken", "“" + name + "”是坏的，或没有拷全", "从原处重新拷一遍，或用画图的软件重新导出");
            return Outcome.of(Optional.empty(), diagnostics);
        }
    }
}
