package io.zhibu.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><head><title>党</title> | <html><head>TAG<title>党</title>",
                "<HTML><HEAD lang=zh>{NL}<base> | <HTML><HEAD lang=zh>TAG{NL}<base>",
                "<!-- <head> --><head><p> | <!-- <head> --><head>TAG<p>",
                "<!doctype html><header>a</header></body> | <!doctype html><header>a</header>TAG</body>",
                "一段 | 一段TAG",
            })
    void theScriptComesFirstInTheHead(String page, String injected) {
        byte[] bytes = Injection.into(page.replace("{NL}", "\n").getBytes(StandardCharsets.UTF_8), "TAG");

        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(injected.replace("{NL}", "\n"));
    }
}
