package io.zhibu.external;

import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.net.ssl.SSLException;

/** Asks other hosts for what the site links to: each host for one address at a time, and of no answer more than its beginning. */
public final class Asking {
    /** Hosts that are asked at a time. */
    private static final int HOSTS = 8;
    /** Between two questions to one host. */
    private static final long PAUSE = 200;

    private static final int REDIRECTS = 5;

    private final HttpClient client;
    private final Duration patience;
    private final LocalDate today;

    /** @param patience how long a host may take to answer */
    public Asking(Duration patience, LocalDate today) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.patience = patience;
        this.today = today;
    }

    /**
     * What came of a round.
     *
     * @param answers with those of earlier rounds
     * @param asked for how many addresses
     * @param offline whether nobody at all answered: then nothing is remembered
     */
    public record Round(Answers answers, int asked, boolean offline) {}

    /** @param addresses that are written somewhere, with {@code http} or {@code https} */
    public Round ask(Collection<String> addresses, Answers before) {
        SortedMap<String, List<String>> byHost = new TreeMap<>();
        addresses.stream()
                .filter(address -> !before.isFresh(address, today))
                .distinct()
                .sorted()
                .forEach(address -> byHost.computeIfAbsent(host(address), any -> new ArrayList<>())
                        .add(address));
        List<List<String>> hosts = List.copyOf(byHost.values());
        List<Map<String, Answer>> said = new Parallel(HOSTS).map(hosts, () -> this::ask);
        Map<String, Answer> now = new HashMap<>();
        said.forEach(now::putAll);
        boolean offline = !now.isEmpty()
                && now.values().stream().allMatch(answer -> answer.word().equals(Words.UNREACHABLE));
        return new Round(offline ? before : before.with(now, addresses), now.size(), offline);
    }

    private Map<String, Answer> ask(List<String> addresses) {
        Map<String, Answer> answers = new HashMap<>();
        for (String address : addresses) {
            if (!answers.isEmpty()) {
                pause();
            }
            answers.put(address, ask(address));
        }
        return answers;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static String host(String address) {
        try {
            return String.valueOf(URI.create(address).getAuthority()).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private Answer ask(String address) {
        try {
            // What stands behind # is the browser's own matter.
            return follow(URI.create(address.replaceFirst("#.*$", "")));
        } catch (IllegalArgumentException noAddress) {
            return answer(Answer.Kind.GONE, Words.MALFORMED);
        }
    }

    private Answer follow(URI first) {
        URI here = first;
        boolean forGood = true;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpResponse<InputStream> response;
            try {
                response = client.send(
                        HttpRequest.newBuilder(here)
                                .timeout(patience)
                                .header("User-Agent", "zhibu-link-check")
                                .header("Accept", "*/*")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                response.body().close();
            } catch (HttpTimeoutException late) {
                return answer(Answer.Kind.SILENT, Words.LATE);
            } catch (ConnectException | UnresolvedAddressException nobody) {
                return answer(Answer.Kind.SILENT, Words.UNREACHABLE);
            } catch (SSLException insecure) {
                return answer(Answer.Kind.SILENT, Words.INSECURE);
            } catch (IOException broken) {
                return answer(Answer.Kind.SILENT, Words.BROKEN);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return answer(Answer.Kind.SILENT, Words.LATE);
            }
            int status = response.statusCode();
            String to = response.headers().firstValue("Location").orElse("");
            if (status < 300 || status >= 400 || to.isEmpty()) {
                return hop > 0 && status < 300 && forGood ? answer(Answer.Kind.MOVED, here.toString()) : of(status);
            }
            forGood &= status == 301 || status == 308;
            here = here.resolve(to);
            if (!String.valueOf(here.getScheme()).matches("(?i)https?")) {
                return answer(Answer.Kind.CLOSED, Words.ELSEWHERE);
            }
        }
        return answer(Answer.Kind.SILENT, Words.CIRCLE);
    }

    private Answer of(int status) {
        Answer.Kind kind = switch (status) {
            case 404, 410 -> Answer.Kind.GONE;
            case 401, 403, 405, 406, 412, 429, 451 -> Answer.Kind.CLOSED;
            default -> status < 400 ? Answer.Kind.THERE : status < 500 ? Answer.Kind.CLOSED : Answer.Kind.SILENT;
        };
        return answer(kind, status + "");
    }

    private Answer answer(Answer.Kind kind, String word) {
        return new Answer(kind, word, today, today);
    }
}
