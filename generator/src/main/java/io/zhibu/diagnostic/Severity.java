package io.zhibu.diagnostic;

/** How much a diagnostic weighs: an error stops the build, a warning does with {@code --strict}, a notice never does. */
public enum Severity {
    ERROR("错误"),
    WARNING("警告"),
    NOTICE("提示");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word an editor reads. */
    public String label() {
        return label;
    }
}
