/**
 * Says which types of entries there are and which fields each has, and types a value as its field asks. Read from
 * {@code site-config/schemas/*.yml}: a site's owner adds a field or a type there, without touching Java.
 */
package io.zhibu.schema;
