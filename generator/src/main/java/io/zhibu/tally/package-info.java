/** What the catalogue comes to when it is counted: boards show these values. */
package io.zhibu.tally;
