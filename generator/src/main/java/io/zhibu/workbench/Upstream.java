package io.zhibu.workbench;

import java.io.IOException;
import java.util.List;

/**
 * Where the site's folder comes from, as it stands there now.
 *
 * @param remote as git calls it
 * @param branch that the folder is on; empty if it is on none
 * @param tip the commit that stands there
 * @param obstacle why it isn't known, in Chinese without a full stop; empty if it is
 * @param remedy what to do about the obstacle
 */
record Upstream(String remote, String branch, String tip, String obstacle, String remedy) {
    static final String HEADS = "refs/heads/";

    private static Upstream unknown(String obstacle, String remedy) {
        return new Upstream("", "", "", obstacle, remedy);
    }

    boolean isKnown() {
        return obstacle.isEmpty();
    }

    /** Asks for it over the network. */
    static Upstream fetched(Git git) throws IOException {
        if (!git.say("rev-parse", "--verify", "--quiet", "HEAD").wentWell()) {
            return unknown("这个文件夹不是 Git 仓库，或还没有一次提交", "请管仓库的人给你一份克隆");
        }
        String branch = git.say("symbolic-ref", "--quiet", "--short", "HEAD").out();
        String remote = orElse(git.say("config", "branch." + branch + ".remote").out(), firstRemote(git));
        if (remote.isEmpty()) {
            return unknown("这份克隆没有写从哪里来（没有 remote），不知道仓库在哪里", "请管仓库的人设好");
        }
        String there = orElse(
                git.say("config", "branch." + branch + ".merge").out().replaceFirst("^" + HEADS, ""),
                orElse(branch, "main"));
        Git.Said fetched = git.say("fetch", "--quiet", "--no-tags", remote, HEADS + there);
        if (!fetched.wentWell() && !fetched.err().contains("couldn't find remote ref")) {
            return unknown("连不上仓库", "等网络通了再点一次。Git 说：" + last(fetched.err()));
        }
        String tip =
                git.say("rev-parse", fetched.wentWell() ? "FETCH_HEAD" : "HEAD").out();
        return new Upstream(remote, branch, tip, "", "");
    }

    private static String firstRemote(Git git) throws IOException {
        List<String> remotes = git.say("remote").out().lines().toList();
        return remotes.contains("origin") ? "origin" : remotes.isEmpty() ? "" : remotes.get(0);
    }

    static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    /** Of what git said the one line that an editor may pass on. */
    static String last(String said) {
        return said.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("To ") && !line.startsWith("hint:"))
                .reduce((one, other) -> one.matches(".*(rror|fatal|rejected|denied|declined).*") ? one : other)
                .orElse("（没有说明）");
    }
}
