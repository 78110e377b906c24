package io.zhibu.proofread;

import io.zhibu.diagnostic.Where;

/**
 * A rule that one file is not held to.
 *
 * @param rule as written
 * @param reason why not; empty if nobody says
 */
public record Waiver(String rule, String reason, Where where) {}
