package io.zhibu.forms;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the repository lives, and how the editor signs in there. */
public enum Forge {
    GITLAB("gitlab", "/api/v4"),
    GITEA("gitea", "/api/v1");

    private final String word;
    private final String api;

    Forge(String word, String api) {
        this.word = word;
        this.api = api;
    }

    /** By the word of the setting {@code site.forge}. */
    public static Optional<Forge> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(one -> one.word).toList();
    }

    /**
     * @param repository address of its web page
     * @param app the id under which the forge knows the editor; empty if users sign in with tokens of their own
     */
    Map<String, Object> backend(URI repository, String branch, String app) {
        String host = repository.getScheme() + "://" + repository.getRawAuthority();
        Map<String, Object> backend = new LinkedHashMap<>();
        backend.put("name", word);
        backend.put("repo", repository.getPath().replaceAll("^/+|/+$|\\.git/*$", ""));
        backend.put("branch", branch);
        backend.put("base_url", host);
        backend.put("api_root", host + api);
        if (this == GITEA) {
            // Gitea's own path; the editors' default is that of another service.
            backend.put("auth_endpoint", "login/oauth/authorize");
        } else {
            backend.put("auth_type", "pkce");
        }
        if (!app.isEmpty()) {
            backend.put("app_id", app);
        }
        return backend;
    }

    /** Gitea has no labels of merge requests that the editors' own workflow needs; there, changes go straight to the branch. */
    boolean reviews() {
        return this == GITLAB;
    }
}
