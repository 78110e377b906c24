package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where somebody lives, to the door. Where an office is may be told. */
final class HomeAddress implements Rule {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:家庭住址|家庭地址|通讯住址|住址|家住|现住|常住|居住在|居住于|住在|租住|户籍地)[^\\n。；;|]{0,40}?[0-9０-９一二三四五六七八九十]{1,5}\\s?(?:号楼|号|栋|幢|单元|室)(?!线|院)"
                    + "|[0-9０-９]{1,4}\\s?(?:号楼|栋|幢|座)\\s?[0-9０-９一二三四五六]{1,2}\\s?单元(?:\\s?[0-9０-９]{2,4}\\s?[室号]?)?");

    @Override
    public void look(Script script, Findings findings) {
        if (!script.has("住", "户籍地", "单元")) {
            return;
        }
        for (Matcher found = ADDRESS.matcher(script.published()); found.find(); ) {
            findings.notice("home-address", found.start(), "写着住址，细到了门牌", "只写到乡镇或街道，门牌、楼栋、房号都删去");
        }
    }
}
