package io.zhibu.render;

import java.util.List;
import org.jbake.model.DocumentTypes;
import org.jbake.template.ModelExtractors;

/**
 * Makes {@code published_<type>s} known to JBake. JBake keeps its types in registries of the whole process: this is the one place that
 * touches them, and it only ever adds.
 */
final class JBakeTypes {
    private JBakeTypes() {}

    static void register(List<String> types) {
        synchronized (ModelExtractors.getInstance()) {
            for (String type : types) {
                if (!DocumentTypes.contains(type)) {
                    DocumentTypes.addDocumentType(type);
                }
                ModelExtractors.getInstance().registerExtractorsForCustomTypes(type);
            }
        }
    }
}
