/* 每一页都用：检索框里随打随查，“/”和 Ctrl+K 到检索框。检索程序 search/search.js 到要用时才取。 */
(() => {
  'use strict';
  const form = document.querySelector('form.find');
  if (!form) return;
  const field = form.elements.q;
  const folder = form.getAttribute('action').replace(/[^/]*$/, '');
  const root = folder.replace(/search\/$/, '');
  let engine = null;

  const set = (node, attributes) => Object.keys(attributes).forEach(name => node.setAttribute(name, attributes[name]));

  /** 文字一律作文字，绝不当 HTML。 */
  function el(tag, attributes, ...inside) {
    const made = document.createElement(tag);
    set(made, attributes);
    made.append(...inside);
    return made;
  }

  /** 文字，其中 [起, 止) 各段突出。 */
  function marked(text, marks) {
    const parts = [];
    let from = 0;
    marks.forEach(([start, end]) => {
      parts.push(text.slice(from, start), el('mark', {}, text.slice(start, end)));
      from = end;
    });
    return [...parts, text.slice(from)];
  }

  /** 取不到的程序不记住，下一次再取。 */
  function load() {
    engine = engine || new Promise((resolve, reject) => {
      const script = el('script', { src: folder + 'search.js' });
      const fail = () => {
        script.remove();
        engine = null;
        reject(Object.assign(new Error('检索程序取不到：网络断了，或文件没有拷全。'), { retry: true }));
      };
      const timer = setTimeout(fail, 20000);
      script.onload = script.onerror = () => {
        clearTimeout(timer);
        if (window.zhibuSearch) resolve(window.zhibuSearch(folder));
        else fail();
      };
      document.head.append(script);
    });
    return engine;
  }

  const on = (node, names, does) => names.split(' ').forEach(name => node.addEventListener(name, does));

  /** 停一停才问；输入法组字时不问。返回的函数取消还没有问的。 */
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
  const total = result => (result.totalExact ? '' : '至少 ') + result.total + ' 条';

  on(document, 'keydown', event => {
    const held = event.ctrlKey || event.metaKey;
    const slash = event.key === '/' && !held && !event.target.closest('input, textarea, select');
    const k = held && !event.shiftKey && /^k$/i.test(event.key);
    if (event.altKey || composes(event) || !(slash || k)) return;
    event.preventDefault();
    if (!field.offsetParent) location.href = form.action;
    field.focus();
    field.select();
  });

  window.zhibuReader = { form, field, root, el, marked, total, load, typing, composes };
  if (form.matches('.asking')) return;

  const list = el('div', { role: 'listbox', id: 'find-list', 'aria-label': '检索结果' });
  const note = el('p', { class: 'hint' });
  const panel = el('div', { class: 'panel', hidden: '' }, note, list);
  const said = el('p', { class: 'vh', role: 'status' });
  let turn = 0;
  let at = -1;
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
    [...list.children].forEach((option, i) => set(option, { 'aria-selected': i === n }));
    const chosen = list.children[n];
    set(field, { 'aria-activedescendant': chosen ? chosen.id : '' });
    if (chosen) moved = true;
  }

  function open(options, text, hint) {
    if (document.activeElement !== field) return;
    options.forEach((option, i) => set(option, { role: 'option', tabindex: -1, id: 'find-' + i }));
    list.textContent = '';
    list.append(...options);
    said.textContent = text;
    note.textContent = hint;
    show(true);
  }

  function option(hit) {
    const about = [hit.sample && '示例', hit.type, hit.unit, hit.year].filter(Boolean).join(' · ');
    return el('a', { href: root + hit.uri }, el('b', {}, ...marked(hit.title, hit.marks)), el('small', {}, about));
  }

  function draw(result) {
    // 读者已经在单子里走动，单子就不再变
    if (moved) return;
    const all = form.action + '?' + new URLSearchParams({ q: field.value.trim() });
    const text = result.total ? '全部 ' + total(result) : '没有找到。看相近的词和索引';
    const hint = result.messages.map(message => message.text).join(' ');
    open([...result.hits.map(option), el('a', { href: all }, text)], text, hint);
  }

  function failed(fault) {
    const again = el('a', { href: form.action }, '再试一次');
    on(again, 'click', event => {
      event.preventDefault();
      ask();
    });
    open([again], fault.message, fault.message);
  }

  function ask() {
    const words = field.value.trim();
    if (!words) return close();
    const mine = ++turn;
    const current = then => result => mine === turn && then(result);
    moved = false;
    load()
      .then(search => search.query(words, { limit: 6, onFirst: current(draw) }))
      .then(current(draw), current(failed));
  }

  const stop = typing(ask);
  const keys = {
    ArrowDown: () => choose(at + 1 < list.children.length ? at + 1 : -1),
    ArrowUp: () => choose(at < 0 ? list.children.length - 1 : at - 1),
    Escape: close,
    Enter: () => list.children[at].click(),
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
  // 按在单子上时焦点留在框里，单子才不会先关掉
  on(panel, 'mousedown', event => event.preventDefault());
  on(panel, 'mousemove', () => {
    moved = true;
  });
  set(field, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false, 'aria-controls': list.id });
  form.append(panel, said);
})();
