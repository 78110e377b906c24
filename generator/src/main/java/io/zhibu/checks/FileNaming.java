package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import io.zhibu.schema.Schema;
import java.util.Optional;

/** An entry's file is called otherwise than its id, or lies in the folder of another type. */
final class FileNaming implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue).forEach(page -> {
            name(page, diagnostics);
            folder(page, catalogue, diagnostics);
        });
    }

    private static void name(Page page, Diagnostics diagnostics) {
        String file = page.where().file();
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (!name.equals(page.id() + ".md")) {
            diagnostics.notice(
                    page.fields().get("id").map(Value::where).orElse(page.where()),
                    "file-name-id",
                    "文件名“" + name + "”与标识“" + page.id() + "”不同，别人按标识找不到文件",
                    "文件改名为 " + page.id() + ".md，链接它的地方也照着改；标识定了就不改");
        }
    }

    private static void folder(Page page, Catalogue catalogue, Diagnostics diagnostics) {
        String[] path = page.where().file().split("/");
        Optional<Schema> type = catalogue.schemas().type(path.length > 2 ? path[1] : "");
        if (type.isPresent() && !type.get().key().equals(page.type())) {
            String here =
                    catalogue.schemas().type(page.type()).map(Schema::label).orElse(page.type());
            diagnostics.warning(
                    page.fields().get("type").map(Value::where).orElse(page.where()),
                    "folder-type",
                    "这一篇是“" + here + "”，却放在“" + type.get().label() + "”的文件夹 " + path[0] + "/" + path[1] + "/ 里",
                    "类型写错了就写 type: " + type.get().key() + "；没有写错就把文件移到 " + path[0] + "/" + page.type()
                            + "/，链接它的地方也照着改");
        }
    }
}
