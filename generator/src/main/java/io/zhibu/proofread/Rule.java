package io.zhibu.proofread;

/** One rule about what was typed. It changes nothing and looks at nothing but the text. */
interface Rule {
    void look(Script script, Findings findings);
}
