/** What the pages of a site share: their addresses, the frame around each, the names of the boards, the tasks that their files are. */
package io.zhibu.site;
