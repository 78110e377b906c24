package io.zhibu.build;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Ordering;
import io.zhibu.config.Config;
import io.zhibu.content.Content;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import java.time.LocalDate;

/**
 * A site as its folder is now.
 *
 * @param begun whether content was read: not if the rules for it are wrong
 * @param listed those of the catalogue that readers are led to
 * @param ordering of what is listed
 * @param drafts what calls itself one
 * @param memory of what earlier builds made
 * @param settings digest of all that was read but the content
 * @param digest of all that was read and of what the caller decided: equal ones stand for equal sites, but for the day
 */
record Read(
        boolean begun,
        Config config,
        LocalDate today,
        Content content,
        Catalogue catalogue,
        Catalogue listed,
        Ordering ordering,
        Drafts drafts,
        Memory memory,
        Digest settings,
        Digest digest) {}
