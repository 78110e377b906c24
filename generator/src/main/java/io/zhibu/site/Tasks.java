package io.zhibu.site;

import io.zhibu.address.Address;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Where;
import io.zhibu.jbake.PageModel;
import io.zhibu.jbake.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Collects the tasks of one plan and knows what the template of each kind of page is called. */
public final class Tasks {
    private final Config config;
    private final Where settings;
    private final Map<String, String> names;
    private final Map<String, String> named = new ConcurrentHashMap<>();
    private final List<Task> all = new ArrayList<>();

    /** @param names default files of templates, by JBake's keys */
    public Tasks(Config config, Map<String, String> names) {
        this.config = config;
        this.names = names;
        this.settings = Where.inFile(config.layout().spelt(config.layout().properties()));
    }

    /** A page that nobody's file asks for, and that isn't made from what entries say between their headings. */
    public void add(Address address, String template, Supplier<PageModel> model) {
        add(new Task(address, List.of(named(template)), settings, model, Task.Basis.FRAMES));
    }

    /** A page that nobody's file asks for. */
    public void addFromAnything(Address address, String template, Supplier<PageModel> model) {
        add(new Task(address, List.of(named(template)), settings, model));
    }

    public void add(Task task) {
        all.add(task);
    }

    /** All so far; grows with what is added. */
    public List<Task> all() {
        return all;
    }

    /** The file of the template, as the settings say or by default. */
    public String named(String template) {
        return named.computeIfAbsent(template, any -> {
            String key = "template." + template + ".file";
            return config.settings().get(key).orElseGet(() -> names.getOrDefault(key, template + ".ftlh"));
        });
    }

    /** A setting switches a kind of page off. */
    public void when(String key, Runnable pages) {
        if (!config.settings().isOff(key)) {
            pages.run();
        }
    }
}
