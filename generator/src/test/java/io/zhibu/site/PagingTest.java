package io.zhibu.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.address.Address;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list cut into pages, and the links between them. */
class PagingTest {
    private static final Address FIRST = Address.page("branch");

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "20, 1", "21, 2", "40, 2", "41, 3"})
    void aPageIsBegunForWhatTheLastOneCannotHold(int total, int pages) {
        assertThat(new Paging(FIRST, total, 20).pages()).isEqualTo(pages);
    }

    @Test
    void everyItemStandsOnOnePage() {
        List<Integer> items = IntStream.range(0, 5).boxed().toList();
        Paging paging = new Paging(FIRST, 5, 2);

        assertThat(IntStream.rangeClosed(1, 3).mapToObj(page -> paging.slice(items, page)))
                .containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
        assertThat(new Paging(FIRST, 0, 2).slice(List.of(), 1)).isEmpty();
    }

    @Test
    void onlyTheFirstPageStandsAtTheListsOwnAddress() {
        Paging paging = new Paging(FIRST, 5, 2);

        assertThat(paging.address(1).path()).isEqualTo("branch/index.html");
        assertThat(paging.address(2).path()).isEqualTo("branch/2/index.html");
    }

    @Test
    void aPageInTheMiddleLeadsToTheEndsAndTwoOnEitherSide() {
        Map<String, Object> model = new Paging(FIRST, 90, 10).model(5);

        assertThat(model)
                .containsEntry("current", 5)
                .containsEntry("pages", 9)
                .containsEntry("previous", "branch/4/index.html")
                .containsEntry("next", "branch/6/index.html");
        assertThat(numbers(model)).containsExactly(1, 3, 4, 5, 6, 7, 9);
    }

    @Test
    void theEndsLeadNoFurther() {
        Paging paging = new Paging(FIRST, 30, 10);

        assertThat(paging.model(1)).doesNotContainKey("previous").containsEntry("next", "branch/2/index.html");
        assertThat(paging.model(3)).doesNotContainKey("next").containsEntry("previous", "branch/2/index.html");
        assertThat(numbers(new Paging(FIRST, 0, 10).model(1))).containsExactly(1);
    }

    private static List<Object> numbers(Map<String, Object> model) {
        return ((List<?>) model.get("links"))
                .stream().map(link -> (Object) ((Map<?, ?>) link).get("number")).toList();
    }
}
