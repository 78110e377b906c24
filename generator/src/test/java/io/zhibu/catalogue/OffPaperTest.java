package io.zhibu.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.config.ConfigReading;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffPaperTest {
    private static List<Field> fields(String type) throws IOException {
        Schema schema = new ConfigReading(Path.of("").toAbsolutePath())
                .read()
                .value()
                .schemas()
                .type(type)
                .orElseThrow();
        return schema.fields();
    }

    private static List<String> left(String type) throws IOException {
        return fields(type).stream().filter(OffPaper::has).map(Field::key).toList();
    }

    @Test
    void whatServesTheSiteAloneIsOnNoPaper() throws IOException {
        assertThat(left("work-method"))
                .contains("id", "status", "reviews", "check_off", "review_cycle", "former_ids", "expires")
                .doesNotContain("unit", "mechanism", "gloss", "indicators", "citations", "started");
    }

    @Test
    void theDayWhenAnInstitutionExpiresIsAFactOfIt() throws IOException {
        assertThat(left("institution")).contains("status").doesNotContain("expires", "state", "doc_no");
    }

    @Test
    void noTwoFieldsOfATypeAreCalledTheSame() throws IOException {
        for (String type :
                List.of("work-method", "branch", "role-model", "institution", "study", "activity", "report")) {
            assertThat(fields(type).stream().map(Field::label)).as(type).doesNotHaveDuplicates();
        }
    }
}
