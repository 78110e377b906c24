/**
 * What the rules are, how grave each is on this site, and what is let pass: the site's own levels, its word lists, the files that are
 * taken out of a rule with a reason, and the debts that were there before the rule. It looks at no content.
 */
package io.zhibu.rulebook;
