package io.zhibu.template;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/** The store as templates see it: they may ask it, and whatever would change it is refused by name. */
record StoreView(TemplateHashModel store) implements TemplateHashModel {
    @Override
    public TemplateModel get(String name) throws TemplateModelException {
        TemplateModel found = store.get(name);
        if (found instanceof TemplateMethodModelEx && !name.matches("(get|is)[A-Z].*")) {
            throw new TemplateModelException("模板只能读数据，不能调用 db." + name);
        }
        return found;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
