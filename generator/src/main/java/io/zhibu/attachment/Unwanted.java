package io.zhibu.attachment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why files with some ending aren't taken.
 *
 * @param why in Chinese, to follow a colon
 * @param remedy what to put there instead
 * @param runs whether opening one runs what stands in it, so that no setting may allow it
 */
record Unwanted(String why, String remedy, boolean runs) {
    private static final Map<String, Unwanted> BY_ENDING = new HashMap<>();

    static {
        all("网页一打开就运行里面的脚本", "把内容写成条目，或打印成 PDF 再放；原来在网上的就写它的网址", true, "html htm xhtml xht shtml mht mhtml");
        all("浏览器会把它当网页，运行里面的脚本", "另存为 xlsx、csv 或 PDF", true, "xml xsl xslt rdf atom rss");
        all("压缩过的 SVG 查不了里面的脚本", "用画图的软件另存为普通的 .svg", true, "svgz");
        all(
                "是脚本，打开就会运行",
                "给人看代码就写进正文，不能放程序",
                true,
                "js mjs hta vbs vbe wsf wsh ps1 bat cmd sh py pl php jsp asp aspx swf");
        all("是程序，打开就会运行", "不能放程序：写明从哪里取得它", true, "exe msi com scr dll jar apk deb rpm cpl pif reg appx dmg");
        all("是快捷方式，别人电脑上没有它指的东西，还能用来运行程序", "放它指向的那个文件", true, "lnk url desktop");
        all("带着宏，打开就会运行", "在 Office 里另存为不带宏的格式", true, "docm dotm xlsm xltm xlsb pptm ppsm potm xlam");
        all("是老格式，许多电脑和手机打不开", "在 Word 或 WPS 里“另存为”.docx", false, "doc dot wps wpt rtf");
        all("是老格式，许多电脑和手机打不开", "在 Excel 或 WPS 里“另存为”.xlsx", false, "xls xlt et ett");
        all("是老格式，许多电脑和手机打不开", "在 PowerPoint 或 WPS 里“另存为”.pptx", false, "ppt pps pot dps");
        all("浏览器放不了这种视频", "用剪辑软件导出为 MP4", false, "avi wmv flv mov mkv rm rmvb mpg mpeg 3gp");
        all("浏览器放不了这种录音", "导出为 MP3", false, "wma amr aac ape flac");
        all("浏览器显示不了这种图片", "用画图的软件另存为 JPG 或 PNG", false, "heic heif avif tif tiff bmp psd ai eps");
    }

    private static void all(String why, String remedy, boolean runs, String endings) {
        for (String ending : endings.split(" ")) {
            BY_ENDING.put(ending, new Unwanted(why, remedy, runs));
        }
    }

    /** Whether it runs outside a browser, when somebody opens it from the disk. */
    boolean runsUnpacked() {
        return runs && !why.contains("网页") && !why.contains("SVG");
    }

    /** @param ending in lower case, without its dot */
    static Optional<Unwanted> of(String ending) {
        return Optional.ofNullable(BY_ENDING.get(ending));
    }
}
