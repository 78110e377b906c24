/**
 * The site's search on an engine of several machines: its settings, its documents with our words, what changed of them since last time, and
 * questions asked of it. Speaks plain HTTP; of the engine's own classes none is here.
 */
package io.zhibu.solr;
