/* 检索页。问的话、筛选和列到第几条都在网址里；打不开 history 的 file:// 用 # 后面的字。 */
(() => {
  'use strict';
  const { form, field, root, el, marked, total, load, typing, composes, to } = window.zhibuReader;
  const STEP = 10;
  const MOST = 200;
  const FOLDED = 8;
  // 第二步这么久（毫秒）还没有来，才先列第一步的
  const PATIENCE = 800;
  // 答的不是照打的字查到的：告诉读者按什么查，也给他照打的字查的路
  const OTHERWISE = ['spelt', 'opened', 'alike', 'begun', 'misspelt', 'homophones', 'nearly', 'apart', 'matter'];
  const found = document.getElementById('found');
  const indexes = document.getElementById('indexes');
  const siteTitle = document.title;

  const facets = el('details', { class: 'facets none' }, el('summary', {}, '筛选'));
  const chosenRow = el('p', { class: 'chosen', hidden: '' });
  const count = el('p', { class: 'count', role: 'status' });
  const notes = el('div', { class: 'messages', role: 'status' });
  const endings = el('ul', { class: 'asked endings', 'aria-label': '接着打' });
  const retry = el('button', { type: 'button', class: 'act', hidden: '' }, '重试');
  const answer = el('p', { class: 'answer', hidden: '' });
  const called = el('ul', { class: 'called', hidden: '' });
  const loose = el('button', { type: 'button', class: 'act', hidden: '' });
  const hits = el('ol', { class: 'hits' });
  const more = el('button', { type: 'button', class: 'act', hidden: '' }, '再显示十条');
  const help = el('div', { class: 'help', hidden: '' });

  let state = read();
  let turn = 0;
  let drawn = 0;
  let first = null;
  let drafting = false;
  let scrollTo = 0;
  let heeded = false;
  let groups = [];
  const boxes = new Map();
  const rows = new Map();

  /* 网址 */

  function read() {
    const written = /^#[a-z-]+=/.test(location.hash) ? location.hash.slice(1) : location.search.slice(1);
    const next = { q: '', n: STEP, literal: false, chosen: new Map() };
    new URLSearchParams(written).forEach((value, key) => {
      if (key === 'q') next.q = value;
      else if (key === 'n') next.n = Math.min(MOST, Math.max(STEP, Math.floor(value / STEP) * STEP || 0));
      else if (key === 'literal') next.literal = value === '1';
      else if (/^[a-z][a-z-]*$/.test(key)) next.chosen.set(key, [...(next.chosen.get(key) || []), value]);
    });
    return next;
  }

  function written() {
    const params = new URLSearchParams();
    // 引擎只看前 256 个字，网址也不必更长
    if (state.q) params.append('q', state.q.slice(0, 256));
    state.chosen.forEach((values, key) => values.forEach(value => params.append(key, value)));
    if (state.n > STEP) params.append('n', state.n);
    if (state.literal) params.append('literal', 1);
    return params.toString();
  }

  let address = written();

  function write(push) {
    const next = written();
    if (next === address) return;
    address = next;
    try {
      if (push) remember();
      const url = location.href.replace(/[?#].*/, '') + (next && '?' + next);
      history[push ? 'pushState' : 'replaceState'](null, '', url);
    } catch (refused) {
      if (push) location.hash = next || 'q=';
      else location.replace('#' + (next || 'q='));
    }
  }

  function remember() {
    try {
      history.replaceState({ y: window.pageYOffset }, '');
    } catch (refused) {
      scrollTo = 0;
    }
  }

  function restore() {
    const before = address;
    state = read();
    address = written();
    if (address === before) return;
    field.value = state.q;
    drafting = false;
    scrollTo = (history.state && history.state.y) || 0;
    ask();
  }

  /* 问 */

  function ask(adds) {
    const mine = ++turn;
    const current = then => result => mine === turn && then(result);
    const early = current(() => drawn < mine && first && draw(first, adds));
    const options = {
      facets: {},
      limit: state.n,
      counts: true,
      literally: state.literal,
      snippets: state.q.trim() !== '',
      onFirst: current(result => {
        first = result;
        setTimeout(early, PATIENCE);
      }),
    };
    first = null;
    chosenRow.hidden = !state.chosen.size;
    document.title = (state.q ? state.q.slice(0, 40) + ' - ' : '') + siteTitle;
    retry.hidden = true;
    hits.setAttribute('aria-busy', 'true');
    setTimeout(current(() => hits.getAttribute('aria-busy') && say(count, '正在检索……')), 400);
    load().then(engine => engine.complete(state.q, 5)).then(current(complete), current(() => complete([])));
    load()
      .then(engine => heed(engine).then(current(() => {
        state.chosen.forEach((values, key) => {
          options.facets[key] = values;
        });
        return engine.query(state.q, options).then(current(result => finish(engine, result, adds)));
      })))
      .catch(current(fault => failed(fault, adds)));
  }

  /** 接着打：占一行，有没有都不动下面的条目。 */
  function complete(words) {
    const held = endings.contains(document.activeElement);
    endings.textContent = '';
    endings.append(...words.map(word => {
      const link = el('a', { href: '?' + new URLSearchParams({ q: word.text }) }, ...marked(word.text, word.marks));
      link.addEventListener('click', event => {
        event.preventDefault();
        field.value = word.text;
        field.focus();
        commit();
      });
      return el('li', {}, link);
    }));
    // 一行放不下的不列
    [...endings.children].filter(one => one.offsetTop > endings.firstChild.offsetTop).forEach(one => one.remove());
    if (held) field.focus();
  }

  /** 别处转来的网址带着自己的记号（如 from=…）：不是这里的筛选，去掉。 */
  function heed(engine) {
    if (heeded || !state.chosen.size) return Promise.resolve();
    return engine.groups().then(all => {
      heeded = true;
      const known = new Set(all.map(group => group.key));
      [...state.chosen.keys()].filter(key => !known.has(key)).forEach(key => state.chosen.delete(key));
      write(false);
    }, () => {});
  }

  function finish(engine, result, adds) {
    hits.removeAttribute('aria-busy');
    draw(result, adds);
    chosen(result.counts || []);
    if (groups.length) showCounts(result.counts);
    else engine.groups().then(all => build(all), () => build(result.counts || [])).then(() => showCounts(result.counts));
    engine.groups().then(all => helpWith(result, all), () => helpWith(result, []));
    if (scrollTo) window.scrollTo(0, scrollTo);
    scrollTo = 0;
  }

  function failed(fault, adds) {
    hits.removeAttribute('aria-busy');
    // 第一步找到的列出来：缺的只是摘句与后一步的次序
    if (first) draw(first, adds);
    const keeps = adds || drawn === turn;
    if (!keeps) {
      clear();
      help.hidden = true;
      showCounts(null);
    }
    more.hidden = true;
    indexes.hidden = keeps;
    say(count, fault.message);
    notes.textContent = '';
    retry.textContent = fault.retry === false ? '重新打开这一页' : '重试';
    retry.onclick = () => (fault.retry === false ? location.reload() : ask(adds));
    retry.hidden = false;
  }

  /** 读屏念的区域：同样的话不重写，免得念两遍。 */
  function say(node, text) {
    if (node.textContent !== text) node.textContent = text;
  }

  /* 条目 */

  function clear() {
    hits.textContent = '';
    answer.hidden = true;
    called.hidden = true;
    loose.hidden = true;
    hits.hidden = false;
    rows.clear();
  }

  /** 列出来的不再动，以后的只添在下面：再显示十条时，以及第一步先列了、第二步的次序才到时。 */
  function draw(result, adds) {
    const again = drawn === turn;
    if (!adds && !again) clear();
    drawn = turn;
    result.hits.forEach(hit => {
      if (rows.has(hit.id) || rows.size >= state.n) return;
      // 每个词都有的到此为止：下面的只含一部分，读者看得出界线
      if (hit.tier === 'some' && result.strict > 0 && !hits.querySelector('.from-here')) {
        hits.append(el('li', { class: 'from-here hint' }, '以下只包含一部分检索词'));
      }
      hits.append(added(hit, result.wordings));
    });
    say(count, counted(result));
    say(notes, '');
    more.hidden = rows.size >= result.total || result.hits.length < state.n;
    result.messages.filter(message => message !== wordless(result)).forEach(message => notes.append(el('p', { class: 'hint' }, message.text, ...remedy(message, result.hits))));
    if (result.absent.length) notes.append(el('p', {}, ...unwritten(result.absent)));
    apart(result, again || adds);
    if (!again) explain(result.hits);
    lead(result.called);
  }

  /** 问的正好是一页的名称（单位、标签、榜、附件），或是列表、看板答得上的：先给这一页，写到它的条目在下面。 */
  function lead(places) {
    called.hidden = !places.length;
    called.textContent = '';
    const says = cut => (cut ? marked(cut.text, cut.marks) : []);
    called.append(
      ...places.map(place =>
        el('li', {}, place.type, ' ', el('a', { href: root + place.uri }, place.title), ' ', el('small', {}, place.year, ' ', ...says(place.snippet))),
      ),
    );
  }

  /** 说了怎么回事，就给出下一步。 */
  function remedy(message, found) {
    const other = new URLSearchParams(written());
    other.delete('n');
    if (message.code === 'literal') {
      other.set('q', state.q.replace(/["“”「」『』]/g, ' ').trim());
      return ['；', el('a', { href: '?' + other }, '不加引号再查')];
    }
    if (!OTHERWISE.includes(message.code)) return [];
    other.set('literal', 1);
    const first = found[0];
    const taken = first && first.tier === 'title' ? first.marks.map(([from, end]) => first.title.slice(from, end)).join('……') : '';
    return [taken ? '（“' + taken + '”）' : '', '；', el('a', { href: '?' + other }, '仍照“' + state.q.trim().slice(0, 40) + '”查')];
  }

  /** 站里没有的：说出是哪几个字，请知道的人写。 */
  function unwritten(absent) {
    const send = found.getAttribute('data-send');
    return ['本站没有写到“' + absent.join('”“') + '”', ...(send ? ['；知道的，', el('a', { href: send }, '请补一篇')] : [])];
  }

  /** 问的大半没有，列出来的就只沾一点边：先收着，要看再看。 */
  function apart(result, keeps) {
    const asked = state.q.replace(/\s/g, '').length;
    if (!keeps) hits.hidden = result.absent.length > 0 && result.total > 0 && 2 * result.absent.join('').length >= asked;
    loose.textContent = '列出只沾一点边的 ' + total(result);
    loose.hidden = !hits.hidden;
    more.hidden = more.hidden || hits.hidden;
  }

  /** 问的正好是一个词条的名称：它的意思写在条目之上，不必点进去。 */
  function explain(found) {
    const word = state.q.trim().toLowerCase();
    const term = found.find(hit => hit.uri.startsWith('term/') && hit.title.toLowerCase() === word && hit.summary);
    answer.hidden = !term;
    answer.textContent = '';
    if (term) answer.append(el('a', { href: root + term.uri }, term.title), ' ', el('span', {}, term.summary));
  }

  /** 只打了引号、标点，还没有可找的：不说没有找到。 */
  const wordless = result => !result.total && result.messages.find(message => /^(no-words|only-excluded)$/.test(message.code));

  function counted(result) {
    if (wordless(result)) return wordless(result).text;
    if (!result.total && result.called.length) return '写到“' + state.q.trim().slice(0, 40) + '”的条目还没有';
    if (!result.total) return state.q.trim() ? '没有找到“' + state.q.trim().slice(0, 40) + '”' : '没有条目';
    if (!state.q.trim()) return '共 ' + total(result) + '，新的在前';
    const part = result.strict > 0 && result.strict < result.total;
    return total(result) + (part ? '；其中包含全部检索词的 ' + total(result, result.strict, result.strictSamples) : '');
  }

  function added(hit, wordings) {
    const row = el('li', {});
    const badge = hit.sample ? [' ', el('span', { class: 'badge' }, '示例')] : [];
    const link = el('a', { href: to(hit, wordings) }, ...marked(hit.title, hit.marks));
    row.append(el('p', { class: 'at' }, hit.type), el('h2', {}, link, ...badge), el('p', { class: 'sum' }));
    const section = hit.snippet && hit.snippet.section;
    if (section) row.append(el('p', { class: 'in' }, el('a', { href: to(hit, wordings, section) }, '到“' + section.name + '”一节')));
    row.append(el('p', { class: 'of' }, ...about(hit)));
    rows.set(hit.id, row);
    fill(row, hit);
    return row;
  }

  function about(hit) {
    const whose = hit.place && hit.unit ? '又称' + hit.unit : hit.unit;
    const when = el(hit.place ? 'span' : 'time', {}, hit.year);
    return whose ? [el('span', {}, whose), ' ', when] : [when];
  }

  function fill(row, hit) {
    const cut = hit.snippet;
    const text = cut ? marked(cut.text, cut.marks) : marked(hit.summary || '', hit.summaryMarks || []);
    const line = row.querySelector('.sum');
    line.textContent = '';
    line.append(cut && cut.cutBefore ? '……' : '', ...text, cut && cut.cutAfter ? '……' : '');
  }

  /* 筛选 */

  const has = (group, value) => (state.chosen.get(group) || []).includes(value);

  function toggle(group, value, on) {
    const values = (state.chosen.get(group) || []).filter(other => other !== value);
    if (on) values.push(value);
    if (values.length) state.chosen.set(group, values);
    else state.chosen.delete(group);
    commit();
  }

  function commit() {
    stop();
    state.literal = state.literal && state.q === field.value;
    state.q = field.value;
    state.n = STEP;
    write(true);
    drafting = false;
    ask();
  }

  /** 一次画好，以后只改数目与显隐：焦点不会丢，次序不会变。 */
  function build(all) {
    if (groups.length) return;
    groups = all;
    all.forEach(group => {
      const set = el('fieldset', {}, el('legend', {}, group.label));
      const unfold = el('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false' });
      const values = group.values.map(value => {
        const input = el('input', { type: 'checkbox' });
        const number = el('span', { class: 'num' });
        const label = el('label', {}, input, el('span', {}, value.label), number);
        input.addEventListener('change', () => toggle(group.key, value.key, input.checked));
        set.append(label);
        return { key: value.key, input, number, label };
      });
      const box = { set, unfold, values, open: false, counts: null };
      unfold.addEventListener('click', () => {
        box.open = !box.open;
        fold(group.key, box);
      });
      set.append(unfold);
      facets.append(set);
      boxes.set(group.key, box);
    });
    const narrow = window.matchMedia('(max-width: 700px)');
    // 特大字时也是一栏：筛选收起来，条目才在第一屏
    const follow = () => {
      facets.open = !narrow.matches && document.documentElement.getAttribute('data-size') !== 'xl';
    };
    narrow.addListener(follow);
    new MutationObserver(follow).observe(document.documentElement, { attributes: true, attributeFilter: ['data-size'] });
    follow();
  }

  function showCounts(counts) {
    boxes.forEach((box, key) => {
      const group = (counts || []).find(one => one.key === key);
      box.counts = counts && new Map((group ? group.values : []).map(value => [value.key, value]));
      fold(key, box);
    });
    facets.classList.toggle('none', [...boxes.values()].every(box => box.set.hidden));
  }

  function fold(key, box) {
    let shown = 0;
    let folded = 0;
    box.values.forEach(value => {
      const known = box.counts && box.counts.get(value.key);
      const checked = has(key, value.key);
      value.input.checked = checked;
      value.number.textContent = known && (known.count || !known.samples) ? known.count : !known && box.counts && checked ? '0' : '';
      if (known && known.samples) value.number.append(el('small', {}, (known.count ? '＋' : '') + '示例 ' + known.samples));
      const offered = !box.counts || known || checked;
      const over = offered && !checked && !box.open && shown >= FOLDED && value.input !== document.activeElement;
      value.label.hidden = !offered || over;
      if (offered) over ? folded++ : shown++;
    });
    box.set.hidden = !shown;
    box.unfold.hidden = !folded && !(box.open && shown > FOLDED);
    box.unfold.setAttribute('aria-expanded', String(box.open));
    box.unfold.textContent = box.open ? '收起' : '其余 ' + folded + ' 个';
  }

  function chosen(counts) {
    const held = chosenRow.contains(document.activeElement);
    chosenRow.textContent = '';
    state.chosen.forEach((values, key) => values.forEach(value => {
      const group = counts.find(one => one.key === key);
      const word = group && group.values.find(one => one.key === value);
      const label = word ? word.label : value;
      const chip = el('button', { type: 'button', class: 'chip', 'aria-label': '取消筛选：' + label }, label, el('span', { 'aria-hidden': 'true' }, '×'));
      chip.addEventListener('click', () => toggle(key, value, false));
      chosenRow.append(chip);
    }));
    chosenRow.hidden = !state.chosen.size;
    if (state.chosen.size) chosenRow.append(allOff('清空'));
    if (held) (chosenRow.querySelector('button') || field).focus();
  }

  function allOff(text) {
    const button = el('button', { type: 'button', class: 'act' }, text);
    button.addEventListener('click', () => {
      state.chosen.clear();
      field.focus();
      commit();
    });
    return button;
  }

  /* 没有找到时 */

  function helpWith(result, all) {
    help.textContent = '';
    help.hidden = result.total + result.called.length > 0;
    indexes.hidden = help.hidden;
    if (help.hidden) return;
    if (state.chosen.size) help.append(el('p', {}, allOff('取消全部筛选再查')));
    const near = nearest(state.q.trim(), all);
    if (!near.length) return;
    help.append(el('p', {}, '站内相近的词：'), el('ul', { class: 'ways' }, ...near.map(word => {
      const link = el('a', { href: '?' + new URLSearchParams({ q: word }) }, word);
      return el('li', {}, link);
    })));
  }

  /** 与问的话共有的字最多的几个词：标签、单位、荣誉、机制。 */
  function nearest(text, all) {
    const asked = new Set(text.toLowerCase().replace(/\s/g, ''));
    const words = new Map();
    all.forEach(group => group.values.forEach(value => {
      const letters = new Set(value.label.toLowerCase());
      const common = [...letters].filter(letter => asked.has(letter)).length;
      const score = (2 * common) / (letters.size + asked.size);
      if (score >= 0.3 && !/^\d+$/.test(value.label)) words.set(value.label, score);
    }));
    return [...words].sort((a, b) => b[1] - a[1]).slice(0, 6).map(word => word[0]);
  }

  /* 手 */

  const stop = typing(() => {
    if (state.q === field.value) return;
    state.literal = false;
    state.q = field.value;
    state.n = STEP;
    write(!drafting);
    drafting = true;
    ask();
  });

  form.addEventListener('submit', event => {
    event.preventDefault();
    commit();
  });
  loose.addEventListener('click', () => {
    hits.hidden = false;
    loose.hidden = true;
    more.hidden = rows.size < state.n;
    hits.querySelector('h2 a').focus();
  });
  more.addEventListener('click', () => {
    state.n += STEP;
    write(false);
    ask(true);
  });
  document.addEventListener('keydown', event => {
    const active = document.activeElement;
    const links = [...(hits.hidden ? [] : hits.querySelectorAll('h2 a'))];
    const words = [...endings.querySelectorAll('a')];
    const at = links.indexOf(active);
    const on = words.indexOf(active);
    const inField = active === field;
    if (composes(event) || event.altKey || event.ctrlKey || event.metaKey || (at < 0 && on < 0 && !inField)) return;
    // 框、补全、条目，一行一行往下；补全在一行里，左右走
    const below = (inField && words[0]) || links[at + 1] || (more.hidden ? null : more);
    const above = at > 0 ? links[at - 1] : (at === 0 && words[0]) || field;
    const beside = on >= 0 && { ArrowLeft: words[on - 1], ArrowRight: words[on + 1] }[event.key];
    const up = event.key === 'ArrowUp' && !inField && above;
    const out = event.key === 'Escape' && !inField && field;
    const next = (event.key === 'ArrowDown' && below) || up || out || beside;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  window.addEventListener('popstate', restore);
  window.addEventListener('hashchange', restore);
  window.addEventListener('pagehide', remember);

  form.append(endings);
  found.append(facets, el('div', { class: 'results' }, chosenRow, count, notes, retry, answer, called, loose, hits, more, help, indexes));
  document.getElementById('unscripted').remove();
  indexes.hidden = true;
  field.removeAttribute('maxlength');
  field.value = state.q;
  if (!state.q && window.matchMedia('(min-width: 701px)').matches) field.focus();
  try {
    history.scrollRestoration = 'manual';
    scrollTo = (history.state && history.state.y) || 0;
  } catch (refused) {
    scrollTo = 0;
  }
  ask();
})();
