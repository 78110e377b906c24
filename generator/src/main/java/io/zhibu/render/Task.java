package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.function.Supplier;
import org.jbake.template.model.TemplateModel;

/**
 * One file to be made from a template.
 *
 * @param templates names to look for, the first that exists counts
 * @param origin what asks for the file: an entry, or the site's settings
 * @param model made when the file is
 */
record Task(Address address, List<String> templates, Where origin, Supplier<TemplateModel> model) {
    Task {
        templates = List.copyOf(templates);
    }
}
