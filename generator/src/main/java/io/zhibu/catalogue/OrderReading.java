package io.zhibu.catalogue;

import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.schema.Schema;
import io.zhibu.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings {@code list.order.TYPE}, each with a word for an order, to the orders of the types' lists. */
public final class OrderReading {
    private static final String PREFIX = "list.order.";

    private final Settings settings;
    private final Schemas schemas;
    private final Diagnostics diagnostics = new Diagnostics();

    public OrderReading(Settings settings, Schemas schemas) {
        this.settings = settings;
        this.schemas = schemas;
    }

    /** Orders by type. */
    public Outcome<Map<String, Order>> orders() {
        Map<String, Order> orders = new TreeMap<>();
        for (String key : settings.keys()) {
            if (key.startsWith(PREFIX)) {
                order(key).ifPresent(order -> orders.put(key.substring(PREFIX.length()), order));
            }
        }
        return Outcome.of(orders, diagnostics);
    }

    private Optional<Order> order(String key) {
        String type = key.substring(PREFIX.length());
        List<String> types =
                schemas.types().stream().filter(Schema::listed).map(Schema::key).toList();
        String word = settings.get(key).orElse("");
        if (!types.contains(type)) {
            wrong(key, "没有“" + type + "”这一类条目的列表", Nearest.hint(type, types));
            return Optional.empty();
        }
        if (Order.named(word).isEmpty()) {
            wrong(key, "没有“" + word + "”这种次序", Nearest.hint(word, Order.words()));
        }
        return Order.named(word);
    }

    private void wrong(String key, String message, String hint) {
        diagnostics.error(settings.where(key).orElseThrow(), "setting-value", message, hint);
    }
}
