/** What a finished page refers to: dead links, other hosts, scripts. Knows nothing of how a page was made. */
package io.zhibu.audit;
