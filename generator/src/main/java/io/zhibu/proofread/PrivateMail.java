package io.zhibu.proofread;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail address of the kind that people have for themselves. */
final class PrivateMail implements Rule {
    private static final Pattern MAIL = Pattern.compile(
            "(?i)(?<![\\w.+*-])[\\w.+-]{2,64}@(?:(?:vip\\.)?(?:qq|163|126|139|189|sina|sohu|foxmail|gmail|hotmail|outlook|aliyun|wo|tom|21cn|icloud|live|msn)\\.(?:com|cn|com\\.cn|net)|yeah\\.net)(?![\\w.-]*[A-Za-z0-9])");

    private final Set<String> open;

    /** @param open addresses that are for everyone */
    PrivateMail(Set<String> open) {
        this.open = open;
    }

    @Override
    public void look(Script script, Findings findings) {
        if (script.text().indexOf('@') < 0 && script.text().indexOf('＠') < 0) {
            return;
        }
        for (Matcher found = MAIL.matcher(Digits.half(script.text())); found.find(); ) {
            String mail = found.group();
            if (!open.contains(mail)) {
                findings.notice(
                        "private-email",
                        found.start(),
                        "写着个人邮箱 " + mail.charAt(0) + "***" + mail.substring(mail.indexOf('@')),
                        "换成单位的邮箱；是公开的，在 site-config/checks.yml 的 mails 里登记");
            }
        }
    }
}
