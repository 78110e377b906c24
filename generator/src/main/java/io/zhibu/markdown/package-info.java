/**
 * Markdown text to a body; a body, with a resolver of links, to HTML. Opens no file, follows no link, and does not say where a page lies.
 *
 * <p>The only room that knows flexmark and jsoup's cleaner. flexmark finds the blocks; what stands in their lines, lists and headings are
 * read by rules of our own, and the HTML is written by us, so that CommonMark holds in all its examples and no text is read in more than
 * linear time. In one page:
 *
 * <pre>{@code
 * Profile profile = Profile.CHINESE;
 * Outcome<Body> read = new MarkdownReading(profile, "").read("**注意：**这是正文", new Where("content/a.md", 1, 1));
 * String html = new HtmlWriting(profile).html(read.value(), HtmlWriting.Targets.AS_WRITTEN);
 * }</pre>
 *
 * <p>gives {@code <p><strong>注意：</strong>这是正文</p>}.
 */
package io.zhibu.markdown;
