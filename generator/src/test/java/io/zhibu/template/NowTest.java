package io.zhibu.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a template asks for the time it gets the day; what only looks like it stays. */
class NowTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${.now?string('yyyy')}                    | ${$now?string('yyyy')}
            <#assign t = .now>x                       | <#assign t = $now>x
            <#if (a > .now?date)>x</#if>              | <#if (a > $now?date)>x</#if>
            <#if a.b("(") gt .now>x</#if>             | <#if a.b("(") gt $now>x</#if>
            [#assign t = .now]x                       | [#assign t = $now]x
            <@foot year="${.now?string.yyyy}"/>       | <@foot year="${$now?string.yyyy}"/>
            ${[.now, x.now, x().now, x[0].now]?size}  | ${[$now, x.now, x().now, x[0].now]?size}
            ${.now_kept!} ${..now}                    | ${.now_kept!} ${..now}
            <p>.now</p> a .now b                      | <p>.now</p> a .now b
            <script>var t = Date.now(), u = .now</script> | <script>var t = Date.now(), u = .now</script>
            <#-- ${.now} -->${.now}                   | <#-- ${.now} -->${$now}
            <#noparse>${.now}</#noparse>${.now}       | <#noparse>${.now}</#noparse>${$now}
            """)
    void theDayStandsWhereTheTimeWasAskedFor(String template, String held) {
        assertThat(Now.held(template)).isEqualTo(held).hasSameSizeAs(template);
    }
}
