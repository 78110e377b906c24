/* What few questions need of the program: fetched beside the files that it reads. Joined to it by what it's called with. */
'use strict';
zhibu(({
    Bytes, CONTEXTS, Groups, HAN, LISTING, MOST_WORDS, NAMES, NUMBER, WORDS, bare, decoder, every, fold, groupOf, isPlace, kind, marking, marksOf, merged, readQuery, readWord, word,
    wordingsOf
}) => {

var SNIPPET = 96;
var SAYS = {
    'cut': '检索的话太长，只用了前 256 个字',
    'terms': '词太多，只用了前 48 个',
    'no-words': '没有可检索的字',
    'only-excluded': '只有要排除的词，请再写一个要找的词',
    'homophones': '没有条目包含全部检索词，以下按读音找到',
    'apart': '没有条目把这些字连着写，以下条目分开写着它们',
    'matter': '没有条目照这样写，以下按其中要紧的词找到',
    'spelt': '以下按拼音找到',
    'opened': '最后一个音还没打完，以下按可能的拼音找到',
    'alike': '没有条目这样拼，以下是音相近的（平舌翘舌、前后鼻音等）',
    'begun': '没有这个词，以下条目里有以它开头的词',
    'misspelt': '没有条目这样拼，以下是差一个字母的',
    'nearly': '没有条目包含全部检索词，以下条目的名称里有这些字，次序或一个字不同',
    'characters': '没有条目包含这些词，以下条目的名称里有其中的字',
    'some': '没有条目包含全部检索词，以下包含其中一部分',
    'literal': '引号里的话要一字不差才算找到；没有条目这样写',
    'phrase-stopped': '引号里的原话只核对了前 50 篇'
};

/* Characters by themselves, or as foretold by the two before them or the one before; the same as io.zhibu.search.TextCoding. */
function readTexts(bytes, count) {
    const SUMMARY = 16, TEXT = SUMMARY + NUMBER, SECTIONS = TEXT + NUMBER, ANCHOR = SECTIONS + NUMBER, BEGINS = ANCHOR + NUMBER;
    const HIGH = BEGINS + NUMBER, LOW = HIGH + 256, SLOTS = 32768;
    const coded = decoder(bytes, LOW + 65536), foretold = new Uint16Array(2 * SLOTS), sure = new Uint8Array(2 * SLOTS);
    let before = 0, beforeThat = 0;
    function one() {
        const last = Math.imul(before + 1, 0x9E3779B1), slots = [Math.imul(last + beforeThat + 1, 0x9E3779B1) >>> 17, SLOTS | last >>> 17];
        let wrong = 0, c = 0;
        for (let view = 0; view < 2 && !c; view++) {
            const guess = foretold[slots[view]];
            if (guess && guess !== wrong) {
                c = coded.bit(4 * (2 * view + (wrong ? 1 : 0)) + sure[slots[view]]) && guess;
                wrong = guess;
            }
        }
        if (!c) {
            c = coded.symbol(HIGH, 8) << 8;
            c |= coded.symbol(LOW + c, 8);
        }
        slots.forEach(slot => {
            sure[slot] = foretold[slot] === c ? Math.min(3, sure[slot] + 1) : 0;
            foretold[slot] = c;
        });
        beforeThat = before;
        before = c;
        return c;
    }
    function text(length) {
        let all = '';
        for (let at = 0; at < length; at++) {
            all += String.fromCharCode(one());
        }
        return all;
    }
    return Array.from({length: count}, () => {
        const summary = coded.number(SUMMARY) - 1, length = coded.number(TEXT) - 1, page = {summary: text(summary), text: text(length)};
        let begin = 0;
        page.sections = Array.from({length: coded.number(SECTIONS) - 1}, () => {
            begin += coded.number(BEGINS) - 1;
            return {begin, anchor: text(coded.number(ANCHOR) - 1)};
        });
        return page;
    });
}

/* Traditional characters to simplified ones; the same as io.zhibu.search.FoldTable. */
function readFolding(raw) {
    const coded = decoder(raw, 2 * NUMBER + 256), count = coded.number(0) - 1, table = new Map();
    for (let from = 0; table.size < count;) {
        from += coded.number(NUMBER);
        table.set(from, coded.plain(8, coded.symbol(2 * NUMBER, 8)));
    }
    return table;
}

/* No character has more; a file that says so is damaged. */
const MOST_READINGS = 32;

/* The readings of so many characters; the same as io.zhibu.search.SoundTable. */
function readSounds(raw, count) {
    const bytes = new Bytes(raw), sounds = [], size = bytes.number(), words = decoder(bytes.numbered(), CONTEXTS);
    while (sounds.length < size) {
        sounds.push(readWord(words, sounds.length ? sounds[sounds.length - 1] : ''));
    }
    const coded = decoder(bytes.raw(raw.length - bytes.at), 2 * NUMBER + 2048);
    let cursor = 0;
    const readingOf = at => {
        const step = at ? 5 : coded.number(NUMBER);
        if (step < 5) {
            cursor += step - 1;
        }
        const sound = sounds[step < 5 ? cursor : coded.symbol(2 * NUMBER + (at ? 1024 : 0), 10)];
        if (sound === undefined) {
            throw new Error('no such sound');
        }
        return sound;
    };
    return Array.from({length: count}, () => {
        const readings = coded.number(0) - 1;
        if (readings > MOST_READINGS) {
            throw new Error('no character is read in so many ways');
        }
        return Array.from({length: readings}, (none, at) => readingOf(at));
    });
}

/* The question by sound; the same as io.zhibu.search.Sounds. */
function heard(asked, readings) {
    const groups = new Groups(), weights = new Map(asked.weights), of = c => readings.get(c) || [];
    asked.groups.filter(group => !isHanGroup(group)).forEach(group => groups.add(group));
    asked.runs.forEach(run => {
        for (let at = 0; at === 0 || at + 1 < run.length; at++) {
            const seconds = run.length === 1 ? [''] : of(run[at + 1]);
            const joined = [].concat(...of(run[at]).map(first => seconds.map(second => [NAMES + first + second])));
            if (joined.length) {
                groups.add(joined);
                joined.filter(([term]) => !weights.has(term)).forEach(([term]) => weights.set(term, 1));
            }
        }
    });
    return Object.assign({}, asked, {groups: groups.all, weights});
}

/* Other texts that may have been meant; the same as io.zhibu.search.Rewriting. */
const MARKED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü', UNMARKED = 'aaaaeeeeiiiioooouuuuvvvvv', DIGITS = '〇一二三四五六七八九';
const ASKING = /请问|想问一下|想知道|想了解|我想|我要|介绍一下|(?:要|是|有)?什么样的?人?|(?:要|该|应该|应)?(?:怎么样|怎么|怎样|如何|咋)(?:才能|才|去|来|样)?(?:写好|做好|开好|办好|抓好|搞好|用好|开展|进行|组织|写|做|开|办|抓|搞|填|算|报|选|用|[\u4E00-\u9FFF](?![\u4E00-\u9FFF]))?|(?:都)?(?:有|要|包括|是|叫|写|学|考|做|搞|讲|干|看)?(?:哪些|哪几种|哪几个|哪几项|哪几类|哪几|什么)(?:内容|要求|规定|条件|程序|步骤|意思|做法|不同|区别)?|(?:最少|至少|最多|需要|要)?(?:几个人|几个|几名|几人|几次|几年|多少人|多少名|多少|多长时间|多久|几)|为什么|为何|能不能|行不行|好不好|够不够|合适|可不可以|是不是|有没有|要不要|可以|在哪里|在哪儿|哪里|在哪|哪(?:个|家|天|年|月|位|条|种|类|项)|什么时候|何时|(?:由|是)?谁(?:来|去)?(?:[\u4E00-\u9FFF](?![\u4E00-\u9FFF]))?|吗|呢|吧|啊|一次|一下|的时候|一起|别的/g;

const PEOPLE = /(?:最少|至少|最多|需要|要|有)*(?:几个人|几名|几人|多少人|多少名|多少个人|(?:几|多少)[名个]?(?=党员))/g;

function toneless(text) {
    const letters = Array.from(text, c => MARKED.includes(c) ? UNMARKED[MARKED.indexOf(c)] : c).join('');
    return letters.replace(/[a-z0-9]+/g, one => /^(?:[a-z]{1,6}[1-5])+$/.test(one) ? one.replace(/[1-5]/g, '') : one);
}

function runOf(text) {
    const bare = toneless(text), run = bare.replace(/([a-z])\x20+(?=[a-z])/g, '$1');
    return run === bare ? '' : run;
}

function numerals(text) {
    return text.replace(/[0-9]+(?=[\u4E00-\u9FFF])/g, number => {
        const each = Array.from(number, digit => DIGITS[digit]).join(''), ten = number.length === 2 && number[0] !== '0';
        return ten ? (number[0] === '1' ? '' : each[0]) + '十' + (number[1] === '0' ? '' : each[1]) : each;
    });
}

function years(text) {
    return text.replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, year => Array.from(year, c => Math.max(0, DIGITS.indexOf(c))).join(''));
}

function matterOf(text) {
    const bare = toneless(text), matter = bare.replace(ASKING, ' ');
    return matter.trim() ? matter : bare;
}

function rewritings(text) {
    const bare = toneless(text), matter = matterOf(text);
    const joined = matter.replace(/[的地得了和与及或在]/g, ' '), all = [
        bare, numerals(bare), years(bare), matterOf(text.replace(PEOPLE, '人数')), matter, numerals(matter), years(matter), joined
    ];
    return Array.from(new Set(all)).filter(one => one.trim() && one !== text);
}

/* Letters as pinyin; the same as io.zhibu.hanzi.Syllables. */
const SYLLABLES = [].concat(...'TABLE'.split(';').map(row => {
    const sides = row.split(':');
    return [].concat(...sides[0].split(',').map(initial => sides[1].split(' ').map(rest => (initial === '0' ? '' : initial) + rest)));
}));
const KNOWN = new Set(SYLLABLES);

function unmarked(letters) {
    return letters.replace(/([nl])ue/g, '$1ve');
}

function cutFrom(letters, from, before, most, found) {
    if (from === letters.length && before.length) {
        found.push(before);
    }
    for (let end = Math.min(letters.length, from + 6); end > from && found.length < most; end--) {
        const one = letters.slice(from, end);
        if (KNOWN.has(one)) {
            cutFrom(letters, end, before.concat(one), most, found);
        }
    }
}

function wholeWays(letters) {
    const found = [];
    cutFrom(unmarked(letters), 0, [], 6, found);
    return found;
}

function openWays(letters) {
    const typed = unmarked(letters), found = [];
    for (let last = Math.max(0, typed.length - 5); last < typed.length; last++) {
        const begun = typed.slice(last), before = last ? wholeWays(typed.slice(0, last)) : [[]];
        before.forEach(way => SYLLABLES.forEach(one => {
            if (one.length > begun.length && one.startsWith(begun) && found.length < 96) {
                found.push(way.concat(one));
            }
        }));
    }
    return found;
}

function slipWays(letters) {
    const typed = unmarked(letters), found = [], tried = new Set([typed]);
    for (let at = 1; typed.length > 3 && typed.length < 41 && at <= typed.length; at++) {
        const before = typed.slice(0, at), rest = typed.slice(at), near = [];
        if (rest.length > 1) {
            near.push(before + rest[1] + rest[0] + rest.slice(2));
        }
        if (rest) {
            near.push(before + rest.slice(1));
        }
        for (const c of 'abcdefghijklmnopqrstuvwxyz') {
            near.push(before + c + rest);
            if (rest) {
                near.push(before + c + rest.slice(1));
            }
        }
        near.forEach(one => {
            if (found.length < 256 && !tried.has(one)) {
                tried.add(one);
                cutFrom(one, 0, [], found.length + 2, found);
            }
        });
    }
    return found;
}

function alikeSound(syllable) {
    const one = syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
    if (one[0] === 'l') {
        return 'n' + one.slice(1);
    }
    const other = new Map([['hui', 'fei'], ['hun', 'fen'], ['hon', 'fen'], ['huo', 'fo'], ['hu', 'fu']]).get(one);
    return other || (one.startsWith('hua') ? 'f' + one.slice(2) : one);
}

/* Other ways to take a question; the same as io.zhibu.search.Rewording. */
function different(lists) {
    return Array.from(new Map(lists.map(one => [one.join(), one])).values());
}

function windowsOf(size, most, cut) {
    const found = new Set();
    for (let from = 0; from < size; from += most) {
        const begin = Math.max(0, Math.min(from, size - most));
        found.add(NAMES + cut(begin, Math.min(size, begin + most)));
    }
    return Array.from(found);
}

function joins(all) {
    return different(all.map(way => windowsOf(way.length, 4, (from, to) => way.slice(from, to).join(''))));
}

function wholeOf(letters) {
    return joins(wholeWays(letters)).concat(letters.length > 6 ? [windowsOf(letters.length, 6, (from, to) => letters.slice(from, to))] : []);
}

function alikeOf(letters) {
    return different(wholeWays(letters).concat(openWays(letters)).filter(way => way.length > 1).map(way => {
        const sounds = way.map(alikeSound);
        return windowsOf(way.length, 4, (from, to) => '~' + sounds.slice(from, to).join(''));
    }));
}

function isNear(one, other) {
    const least = Math.min(one.length, other.length);
    let from = 0, end = 0;
    while (from < least && one[from] === other[from]) {
        from++;
    }
    while (end < least - from && one[one.length - 1 - end] === other[other.length - 1 - end]) {
        end++;
    }
    const left = one.length - from - end, others = other.length - from - end;
    return left <= 1 && others <= 1 || left === 2 && others === 2 && one[from] === other[from + 1] && one[from + 1] === other[from];
}

function isHanGroup(group) {
    return group.some(terms => terms.some(term => kind(term, 1) === HAN));
}

function reworded(asked, groups, weights) {
    return marking(Object.assign({}, asked, {groups, weights, joined: []}));
}

function wordingsIn(part, cut, span, synonyms) {
    return wordingsOf(cut.filter(token => span[0] <= token.from && token.to <= span[1]).map(word), synonyms.others.get(part.slice(span[0], span[1])));
}

function apart(asked, synonyms) {
    const groups = new Groups();
    asked.pieces.forEach(piece => {
        const spans = synonyms.spans(piece.part);
        for (let at = 0; at < piece.part.length; at++) {
            const over = piece.cut.filter(token => token.from <= at && at < token.to);
            if (over.length) {
                const span = spans.find(one => one[0] <= at && at < one[1]);
                const own = span && piece.cut.some(token => span[0] <= token.from && token.to <= span[1]);
                groups.add(own ? wordingsIn(piece.part, piece.cut, span, synonyms) : different([].concat(...over.map(groupOf))));
            }
        }
    });
    return reworded(asked, groups.all, asked.weights);
}

/* One word that joins two others may be missing: the two ideas are whole then. */
function inTwo(asked, synonyms) {
    const groups = new Groups();
    let most = 0;
    asked.pieces.forEach(({part, cut}) => {
        const spans = synonyms.spans(part), joining = [];
        cut.forEach((token, at) => {
            const met = spans.filter(span => span[0] < token.to && token.from < span[1]), held = met.filter(span => span[0] <= token.from && token.to <= span[1]);
            held.forEach(span => groups.add(wordingsIn(part, cut, span, synonyms)));
            if (!met.length) {
                const inside = at && at + 1 < cut.length && cut[at - 1].to > token.from && token.to > cut[at + 1].from;
                inside ? joining.push(groupOf(token)) : groups.add(groupOf(token));
            }
        });
        most = Math.max(most, joining.length);
        joining.forEach((one, at) => joining.slice(at + 1).forEach(other => groups.add(different(one.concat(other)))));
        if (joining.length === 1) {
            groups.add(joining[0]);
        }
    });
    return most < 2 || most > 10 ? null : reworded(asked, groups.all, asked.weights);
}

async function spelt(asked, taking) {
    const groups = new Groups(), weights = new Map(asked.weights);
    let taken = 0;
    for (const group of asked.groups) {
        const letters = group[0][0].slice(1), latin = /^[a-z]+$/.test(letters);
        if (group[0].length > 1 || !latin) {
            groups.add(group);
            continue;
        }
        const all = await taking(letters);
        if (!all.length) {
            return null;
        }
        taken++;
        groups.add(different(group.concat(all)));
        all.forEach(terms => terms.filter(term => !weights.has(term)).forEach(term => weights.set(term, 1)));
    }
    return taken ? reworded(asked, groups.all, weights) : null;
}

function charactersOf(asked) {
    return Array.from(new Set(asked.runs.join('')));
}

function nearly(asked, fewest, butOne) {
    const all = charactersOf(asked), weights = new Map(asked.weights), groups = new Groups();
    if (all.length < fewest || all.length > 12) {
        return null;
    }
    asked.groups.filter(group => !isHanGroup(group)).forEach(group => groups.add(group));
    all.forEach((c, at) => {
        if (!weights.has(NAMES + c)) {
            weights.set(NAMES + c, 1);
        }
        if (!butOne) {
            groups.add([[NAMES + c]]);
        }
        all.slice(at + 1).filter(() => butOne).forEach(other => groups.add([[NAMES + c], [NAMES + other]]));
    });
    return reworded(asked, groups.all, weights);
}

function byCharacter(asked) {
    const all = charactersOf(asked);
    return Object.assign({}, asked, {
        groups: [], weights: new Map(all.slice(0, MOST_WORDS).map(c => [NAMES + c, 1])), parts: [], joined: [], marked: new Set(all), sounds: []
    });
}

async function rewording(site, boot, asked) {
    const reading = async text => readQuery(text, boot.synonyms, await site.table(boot, text));
    const plain = matterOf(asked.text), matter = plain === asked.text ? asked : await reading(plain), made = [];
    const way = (code, making, byName) => made.push({code, making, byName});
    const words = all => all.map(one => [WORDS + one]), family = boot.families[WORDS], han = asked.runs.join('');
    // The second way needs them: fetched beside what the first one needs, not after it.
    if (han.length > 3) {
        site.readings(boot, han).catch(() => null);
    }
    way('nearly', () => nearly(asked, 3, false));
    const bySound = async question => heard(question, question.runs.length ? await site.readings(boot, question.runs.join('')) : new Map());
    const byName = question => way('homophones', async () => question.runs.join('').length > 3 ? bySound(question) : null, true);
    const apartIn = making => [inTwo, apart].forEach(how => way('apart', async () => how(await making(), boot.synonyms)));
    const run = runOf(asked.text);
    byName(asked);
    way('nearly', () => nearly(asked, 6, true), true);
    if (matter === asked) {
        apartIn(() => asked);
    }
    if (run) {
        way('spelt', async () => spelt(await reading(run), wholeOf));
        way('opened', async () => spelt(await reading(run), letters => joins(openWays(letters))));
    }
    rewritings(asked.text).forEach(text => {
        way('matter', async () => {
            const other = await reading(text);
            return reworded(other, other.groups, other.weights);
        });
        apartIn(() => reading(text));
    });
    if (matter !== asked) {
        byName(matter);
        apartIn(() => asked);
    }
    way('spelt', () => spelt(matter, wholeOf));
    way('opened', () => spelt(matter, letters => joins(openWays(letters))));
    way('begun', () => spelt(matter, async letters => letters.length < 3 ? [] : words(await site.beginning(boot, family, letters, 64))));
    way('alike', () => spelt(matter, alikeOf));
    way('misspelt', () => spelt(matter, letters => joins(slipWays(letters))));
    [2, 1].forEach(start => way('misspelt', () => spelt(matter, async letters => letters.length < 4
        ? []
        : words((await site.beginning(boot, family, letters.slice(0, start), 4096)).filter(one => isNear(letters, one))))));
    [3, 2].forEach(open => way('misspelt', () => spelt(matter, letters => {
        const ends = openWays(letters.slice(-open)), ended = letters.length - open > 2 ? slipWays(letters.slice(0, -open)) : [];
        const all = [].concat(...ended.map(one => ends.map(last => one.concat(last))));
        return all.length > 32 ? [] : joins(all);
    })));
    [1, 2, 3].forEach(open => way('misspelt', () => spelt(matter, letters => letters.length - open > 2 && openWays(letters.slice(-open)).length
        ? joins(slipWays(letters.slice(0, -open)))
        : [])));
    way('homophones', () => bySound(matter));
    way('nearly', () => nearly(matter, 2, false));
    way('nearly', () => nearly(matter, 4, true));
    return {matter, ways: made};
}

/* Of what many are asked for the lists and boards that say half of it; the same as io.zhibu.search.Answering. */
async function listing(site, boot, text) {
    const parts = toneless(text).replace(ASKING, ' ').replace(LISTING, ' ').split(/[ 的]+/).filter(part => part.length > 1), worth = new Map(), said = new Map();
    if (!parts.length) {
        return [];
    }
    const reading = async part => apart(readQuery(part, boot.synonyms, await site.table(boot, part)), boot.synonyms), kinds = WORDS + '目录';
    const all = await reading(parts.join(' ')), last = parts[parts.length - 1], tested = last.length > 2 ? await reading(last) : all;
    const lists = await site.lists(boot, Object.assign({}, all, {weights: new Map(all.weights).set(kinds, 1)}));
    const index = every([[[kinds]]], lists, boot.size, 1);
    const having = group => {
        const docs = [];
        every([group], lists, boot.size, 2).forEach((so, doc) => so && index[doc] && isPlace(boot, doc) && docs.push(doc));
        return docs;
    };
    all.groups.forEach(group => {
        const docs = having(group);
        docs.forEach(doc => worth.set(doc, (worth.get(doc) || 0) + 1 / docs.length));
    });
    tested.groups.forEach(group => having(group).forEach(doc => said.set(doc, (said.get(doc) || 0) + 1)));
    return Array.from(worth.keys()).filter(doc => 2 * (said.get(doc) || 0) >= tested.groups.length)
        .sort((a, b) => worth.get(b) - worth.get(a) || a - b).slice(0, 2);
}

/* What is asked for and stands on no page; the same as io.zhibu.search.Answering. */
function absentOf(asked, lists) {
    const absent = new Set(), told = asked.text.replace(ASKING, '').trim() ? asked.pieces : [];
    told.forEach(({part, cut}) => {
        const missing = new Uint8Array(part.length);
        cut.forEach(token => missing.fill(1, token.from, token.to));
        cut.filter(token => lists.has(word(token))).forEach(token => missing.fill(0, token.from, token.to));
        for (let from = missing.indexOf(1); from >= 0;) {
            const none = missing.indexOf(0, from), end = none < 0 ? part.length : none;
            if (end - from > 1) {
                absent.add(part.slice(from, end));
            }
            from = missing.indexOf(1, end);
        }
    });
    return Array.from(absent);
}

/* Where the characters stand that are typed by their sound: whole syllables joined, or the first letters of two and more. */
function soundMarks(text, sounds, readings) {
    const ends = (at, rest, as) => {
        const all = (readings.get(text[at]) || []).map(as);
        return !rest ? at : all.map(one => rest.startsWith(one) ? ends(at + 1, rest.slice(one.length), as) : 0).find(Boolean) || 0;
    };
    const firsts = (at, rest) => !rest ? at : (readings.get(text[at]) || []).some(one => one[0] === rest[0]) ? firsts(at + 1, rest.slice(1)) : 0;
    const marks = [];
    for (let at = 0; at < text.length; at++) {
        sounds.forEach(sound => {
            const alike = sound[0] === '~', end = alike
                ? ends(at, sound.slice(1), alikeSound)
                : ends(at, sound, one => one) || sound.length > 1 && firsts(at, sound);
            if (end) {
                marks.push([at, end]);
            }
        });
    }
    return merged(marks);
}

/* Where a name goes on that is typed by its sounds: syllables, the last one open, or first letters of some. 0 if it isn't. */
function soundsTo(text, at, rest, readings) {
    return !rest ? at : (readings.get(text[at]) || []).map(one => one.startsWith(rest)
        ? at + 1
        : [one, one[0]].map(part => rest.startsWith(part) ? soundsTo(text, at + 1, rest.slice(part.length), readings) : 0).find(Boolean)).find(Boolean) || 0;
}

/* Where in a name the typed letters stand, as they are or by their sound. */
function placeIn(text, letters, readings) {
    const at = text.indexOf(letters);
    let from = 0, end = 0;
    while (at < 0 && readings && !end && from < text.length) {
        end = soundsTo(text, from++, letters, readings);
    }
    return at < 0 ? end && [from - 1, end] : [at, at + letters.length];
}

/* What the last word of a text may become: names that begin with it, then names that have it; else those that begin with its end. */
/* What is a name already needs none. */
async function completed(site, boot, text, most) {
    const typed = bare(text), plain = fold(typed, await site.table(boot, typed)), last = plain.match(/[^\s"“”「」『』]*$/)[0], head = typed.slice(0, typed.length - last.length);
    const names = await site.part(boot.words, raw => new Bytes(raw).text().split('\n').map(name => ({name, plain: fold(name)})));
    const readings = /^[a-z]{2,}$/.test(last) ? await site.readings(boot, names.map(one => one.plain).join('')) : null;
    const made = (before, one, place) => ({text: before + one.name, marks: [place.map(at => before.length + at)]});
    const begun = [], inside = [];
    if (!last || names.some(one => one.plain === last)) {
        return [];
    }
    names.forEach(one => {
        const place = placeIn(one.plain, last, readings);
        if (place) {
            (place[0] ? inside : begun).push(made(head, one, place));
        }
    });
    for (let cut = 1; !begun.length && !inside.length && cut + 1 < last.length; cut++) {
        const end = last.slice(cut), before = typed.slice(0, head.length + cut);
        if (names.some(one => one.plain === end)) {
            return [];
        }
        names.filter(one => kind(end, 0) === HAN && one.plain !== end && one.plain.startsWith(end)).forEach(one => begun.push(made(before, one, [0, end.length])));
    }
    return begun.concat(inside).slice(0, most);
}

/* The section that has most of what was asked begins with its heading's line; the same as io.zhibu.search.Entry. */
function sectionAt(page, place) {
    const above = page.sections.filter(section => section.begin <= place), last = above[above.length - 1];
    return last && last.anchor ? {name: page.text.slice(last.begin).split('\n')[0], anchor: last.anchor} : null;
}

function snippetOf(page, words, table) {
    const text = page.text, marks = marksOf(text, words, table);
    let most = 0, from = 0;
    if (!marks.length) {
        return null;
    }
    marks.forEach(([begin], i) => {
        const seen = new Set();
        let worth = 0;
        for (let j = i; j < marks.length && marks[j][1] <= begin + SNIPPET - 16; j++) {
            const what = text.slice(marks[j][0], marks[j][1]);
            worth += seen.has(what) ? 0 : what.length;
            seen.add(what);
        }
        if (worth > most) {
            most = worth;
            from = begin;
        }
    });
    let start = Math.max(0, from - 16, text.lastIndexOf('\n', from) + 1), end = Math.min(text.length, start + SNIPPET);
    // Half a surrogate pair is no text.
    start += start > 0 && /[\uDC00-\uDFFF]/.test(text[start]) ? 1 : 0;
    end -= end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1]) ? 1 : 0;
    const inside = marks.filter(one => one[1] > start && one[0] < end);
    return {
        // What stands on lines of their own, as headings and facts do, must not run into one sentence.
        text: text.slice(start, end).replace(/\n/g, '\u3000'),
        marks: inside.map(one => [Math.max(one[0], start) - start, Math.min(one[1], end) - start]),
        cutBefore: start > 0,
        cutAfter: end < text.length,
        section: sectionAt(page, from)
    };
}

return {SAYS, absentOf, byCharacter, completed, listing, numerals, readFolding, readSounds, readTexts, rewording, snippetOf, soundMarks};
});
