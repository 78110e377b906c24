/** Pages over the whole site that count: how much there is, who is ahead, what is due, what is missing. */
package io.zhibu.board;
