/** The report on how the content is: what is wrong by contributing unit, and what of it is new, still there, or mended since last time. */
package io.zhibu.health;
