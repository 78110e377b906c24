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

    /** With marks for the tones, in one letter each. */
    marked(han) {
        return this.#pinyin(han, { toneType: 'symbol', type: 'array' }).map((syllable) => syllable.normalize());
    }

    /** With a number for each tone that has one. */
    numbered(han) {
        return this.#pinyin(han, { toneType: 'num', type: 'array', v: true }).map((syllable) => syllable.replace('0', '5'));
    }
}
