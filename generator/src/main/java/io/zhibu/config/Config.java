package io.zhibu.config;

import io.zhibu.schema.Schemas;

/** All that a site's owner decides: read once, handed to every stage, never changed. */
public record Config(Layout layout, Settings settings, Dialect dialect, Schemas schemas, Wording wording) {}
