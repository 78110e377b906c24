package io.zhibu.template;

import freemarker.core.CallPlaceCustomDataInitializationException;
import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import io.zhibu.memo.Digest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The directive {@code same}: what stands in it is made once for all pages that give the same answers to all that it asks of the model, as
 * menus and footers do. It may ask nothing else: no variable or parameter from outside. With {@code of}, a document, and {@code by}, what stands in
 * it is made once for the document: {@link SameOf}.
 */
final class Same implements TemplateDirectiveModel {
    static final String NAME = "same";

    /** Of one place in a template; with more, looking for the right one would take longer than making it. */
    private static final int MOST = 100;

    /** @param keys of the model, and what they were */
    private record Kept(Map<String, Optional<Object>> keys, Map<String, Digest> inner, String text) {
        boolean fits(Model page) {
            for (Map.Entry<String, Optional<Object>> one : keys.entrySet()) {
                if (!isSame(one.getValue(), page.value(one.getKey()))) {
                    return false;
                }
            }
            return true;
        }

        /** By identity, but for what is cheap to compare: a list that is equal may hold other documents. */
        private static boolean isSame(Optional<Object> then, Optional<Object> now) {
            return then.isPresent() == now.isPresent()
                    && (then.isEmpty()
                            || then.get() == now.get()
                            || then.get() instanceof String text && text.equals(now.get()));
        }
    }

    @Override
    public void execute(
            Environment env, @SuppressWarnings("rawtypes") Map told, TemplateModel[] loop, TemplateDirectiveBody body)
            throws TemplateException, IOException {
        Model page = (Model) env.getDataModel().get(Model.SELF);
        Optional<Asking> asking = page.asking().filter(listening -> !listening.isPart());
        if (body != null && told.get("of") != null) {
            SameOf rows = place(env, SameOf::new);
            rows.write(page, asking, (TemplateModel) told.get("of"), told.get("by"), body, env.getOut());
            return;
        }
        if (body == null || asking.isEmpty()) {
            if (body != null) {
                body.render(env.getOut());
            }
            return;
        }
        List<Kept> known = place(env, CopyOnWriteArrayList::new);
        for (Kept kept : known) {
            if (kept.fits(page)) {
                kept.keys().keySet().forEach(page::ask);
                asking.get().also(kept.inner());
                env.getOut().write(kept.text());
                return;
            }
        }
        StringWriter text = new StringWriter();
        Asking.Part part = asking.get().begin();
        try {
            body.render(text);
        } finally {
            asking.get().end();
        }
        if (part.isTold() && known.size() < MOST) {
            known.add(new Kept(part.keys(), part.inner(), text.toString()));
        }
        env.getOut().write(text.toString());
    }

    /** Kept with the place in the template, and gone with it. */
    @SuppressWarnings("unchecked") // One place is always used in the same way.
    private <T> T place(Environment env, Supplier<T> making) {
        try {
            return (T) env.getCurrentDirectiveCallPlace().getOrCreateCustomData(this, making::get);
        } catch (CallPlaceCustomDataInitializationException never) {
            throw new IllegalStateException(never);
        }
    }
}
