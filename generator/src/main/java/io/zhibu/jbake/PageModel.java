package io.zhibu.jbake;

import org.jbake.template.model.TemplateModel;

/** What one page hands to its template, under JBake's keys and others. */
public final class PageModel extends TemplateModel {
    private static final long serialVersionUID = 1L;
}
