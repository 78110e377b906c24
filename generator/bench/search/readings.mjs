/** Readings of Han characters without tones, from pinyin-pro: not the source that any engine measured here reads from. */
export class Readings {
    #pinyin;

    constructor(pinyinPro) {
        this.#pinyin = pinyinPro.pinyin;
    }

    /** One syllable for each character, by its neighbours. The ü is typed v. */
    of(han) {
        return this.#pinyin(han, { toneType: 'none', type: 'array', v: true });
    }
}
