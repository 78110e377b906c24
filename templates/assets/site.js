/* 检索框：随打随查，“/”和 Ctrl+K 到框里。程序要用时才取。 */
(() => {
  'use strict';
  const form = document.querySelector('form.find');
  if (!form) return;
  const field = form.elements.q;
  const folder = form.getAttribute('action').replace(/[^/]*$/, '');
  const root = folder.replace(/search\/$/, '');
  let engine = null;

  const on = (node, names, does) => names.split(' ').forEach(name => node.addEventListener(name, does));
  const set = (node, named) => Object.keys(named).forEach(name => node.setAttribute(name, named[name]));

  function el(tag, attributes, ...inside) {
    const made = document.createElement(tag);
    set(made, attributes);
    made.append(...inside);
    return made;
  }

  /** 文字里各段 [起, 止) 突出；从 from 写起。 */
  function marked(text, marks, from = 0) {
    const parts = [];
    marks.forEach(([start, end]) => {
      parts.push(text.slice(from, start), el('mark', {}, text.slice(start, end)));
      from = end;
    });
    return [...parts, text.slice(from)];
  }

  /** 取不到的不记住，下次再取。 */
  function load() {
    engine = engine || new Promise((resolve, reject) => {
      const script = el('script', { src: folder + 'search.js' });
      const fail = () => {
        script.remove();
        engine = null;
        reject(Object.assign(new Error('检索程序没有载入：断网，或文件没有拷全。'), { retry: true }));
      };
      const timer = setTimeout(fail, 20000);
      on(script, 'load error', () => {
        clearTimeout(timer);
        if (window.zhibuSearch) resolve(window.zhibuSearch(folder));
        else fail();
      });
      document.head.append(script);
    });
    return engine;
  }

  /** 停一停才问；组字时不问。返回的函数取消没问的。 */
  function typing(ask) {
    let timer = 0;
    const stop = () => clearTimeout(timer);
    on(field, 'compositionstart compositionend input', event => {
      stop();
      // 组字结束之前的 input 都还在组字
      if (event.type !== 'compositionstart' && !event.isComposing) timer = setTimeout(ask, 120);
    });
    return stop;
  }

  const composes = event => event.isComposing || event.keyCode === 229;
  const total = (of, all = of.total, made = of.samples) =>
    (of.totalExact ? '' : '至少 ') + (all - made) + (made ? '＋示例 ' + made : '') + ' 条';

  /** 条目的网址，或其中一节的；带上问的话，打开的页里标出来。 */
  function to(hit, wordings, section) {
    if (hit.place) return root + hit.uri;
    const words = wordings.concat(hit.marks.map(([from, end]) => hit.title.slice(from, end)));
    const asked = wordings.length ? '?' + new URLSearchParams({ m: [...new Set(words)].join(' ').slice(0, 100) }) : '';
    return root + hit.uri + asked + (section ? '#' + encodeURIComponent(section.anchor) : '');
  }

  on(document, 'keydown', event => {
    const held = event.ctrlKey || event.metaKey;
    const slash = event.key === '/' && !held && !event.target.closest('input, textarea, select');
    const k = held && !event.shiftKey && /^k$/i.test(event.key);
    if (event.altKey || composes(event) || !(slash || k)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  window.zhibuReader = { form, field, root, el, marked, total, load, typing, composes, to };
  if (form.matches('.asking')) return;

  const list = el('div', { role: 'listbox', id: 'find-list', 'aria-label': '检索结果' });
  const note = el('p', { class: 'hint' });
  const panel = el('div', { class: 'panel', hidden: '' }, note, list);
  const said = el('p', { class: 'vh', role: 'status' });
  let turn = 0;
  let at = -1;
  let options = [];
  let words = [];
  let titles = [];
  let rest = [];
  let moved = false;

  function show(is) {
    panel.hidden = !is;
    set(field, { 'aria-expanded': is });
    choose(-1);
  }

  const close = () => {
    turn++;
    show(false);
  };

  function choose(n) {
    at = n;
    options.forEach((option, i) => set(option, { 'aria-selected': i === n }));
    set(field, { 'aria-activedescendant': n < 0 ? '' : 'find-' + n });
    moved = moved || n >= 0;
  }

  function open(text, hint) {
    if (document.activeElement !== field) return;
    options = [...words.filter(word => !titles.includes(word.text)).map(ending), ...rest];
    options.forEach((option, i) => set(option, { role: 'option', tabindex: -1, id: 'find-' + i }));
    list.textContent = '';
    list.append(...options);
    said.textContent = text;
    note.textContent = hint;
    show(true);
  }

  const page = (q, ...text) => el('a', { href: form.action + '?' + new URLSearchParams({ q }) }, ...text);
  const ending = word => page(word.text, el('small', {}, '查 '), ...marked(word.text, word.marks));

  function option(hit, wordings) {
    const about = [hit.sample && '示例', hit.type, hit.unit, hit.year].filter(Boolean).join(' · ');
    const cut = hit.snippet;
    // 名称里全有的，要的是这一篇；不全有的，到写着的那一节
    const section = cut && hit.tier !== 'title' && cut.section;
    const name = section ? [el('b', {}, section.name), '　'] : [];
    // 只有一行：从突出的字前面不远写起
    const skip = cut ? Math.max(0, cut.marks[0][0] - 6) : 0;
    const line = cut ? [el('span', { class: 'cut' }, ...name, skip || cut.cutBefore ? '……' : '', ...marked(cut.text, cut.marks, skip))] : [];
    return el('a', { href: to(hit, wordings, section) }, el('b', {}, ...marked(hit.title, hit.marks)), ...line, el('small', {}, about));
  }

  function draw(result) {
    // 读者已在单子里走动，单子不再变
    if (moved) return;
    const found = result.hits.slice();
    // 名称正是所问的一页：名称里全有的头一条还在它前面
    found.splice(found.length && found[0].tier === 'title' ? 1 : 0, 0, ...result.called);
    const text = result.total ? '全部 ' + total(result) : found.length || !result.wordings.length ? '到检索页' : '没有找到，看相近的词';
    const absent = result.absent.length ? ['本站没有写到“' + result.absent.join('”“') + '”'] : [];
    const hint = result.messages.map(message => message.text).concat(absent).join(' ');
    titles = found.map(hit => hit.title);
    rest = [...found.map(hit => option(hit, result.wordings)), page(field.value, text)];
    open(text, hint);
  }

  /** 接着打：几个补全，先到先列，条目到了接在下面。 */
  function begin(found) {
    words = found;
    if (!moved && words.length) open(said.textContent, note.textContent);
  }

  const failed = fault => {
    words = [];
    rest = [page(field.value, '到检索页再试')];
    open(fault.message, fault.message);
  };

  function ask() {
    const asked = field.value.trim();
    if (!asked) return close();
    const mine = ++turn;
    const current = then => result => mine === turn && then(result);
    moved = false;
    load()
      .then(search => {
        search.complete(asked, 3).then(current(begin), () => {});
        return search.query(asked, { limit: 6, snippets: true, onFirst: current(draw) });
      })
      .then(current(draw), current(failed));
  }

  const stop = typing(ask);
  const keys = {
    ArrowDown: () => choose(at + 1 < options.length ? at + 1 : -1),
    ArrowUp: () => choose(at < 0 ? options.length - 1 : at - 1),
    Escape: close,
    Enter: () => options[at].click(),
  };
  on(field, 'keydown', event => {
    const key = keys[event.key];
    if (!key || composes(event)) return;
    if (panel.hidden) {
      if (event.key === 'ArrowDown') ask();
    } else if (event.key !== 'Enter' || at >= 0) {
      event.preventDefault();
      key();
    }
  });
  on(field, 'focus', () => load().then(search => search.warm()).catch(() => {}));
  on(field, 'blur', () => {
    stop();
    close();
  });
  // 按下时框不失焦，单子才不先关
  on(panel, 'mousedown', event => event.preventDefault());
  on(panel, 'mousemove', () => {
    moved = true;
  });
  set(field, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false, 'aria-controls': list.id });
  form.append(panel, said);
})();
