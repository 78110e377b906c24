/** Whether links to other hosts still lead somewhere: asked only when somebody says so, and remembered with the day. */
package io.zhibu.external;
