/** Runs independent work on a number of threads and hands back the results in the order of the work. Holds no state between runs. */
package io.zhibu.parallel;
