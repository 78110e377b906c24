package io.zhibu.jbake;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.function.Supplier;

/**
 * One file to be made from a template.
 *
 * @param templates names to look for, the first that exists counts
 * @param origin what asks for the file: an entry, or the site's settings
 * @param model made when the file is
 */
public record Task(Address address, List<String> templates, Where origin, Supplier<PageModel> model) {
    public Task {
        templates = List.copyOf(templates);
    }
}
