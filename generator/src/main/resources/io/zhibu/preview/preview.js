/* 预览：网页变了就在原来的地方重新装，样式变了只换样式；旁边一条，说这一篇怎样；有错误就盖一张单子。只在 zhibu serve 答复的网页里。 */
(function () {
  'use strict';
  var script = document.currentScript;
  if (!script || window.top !== window || !window.EventSource || !Element.prototype.attachShadow) return;

  var own = new URL('.', script.src).href;
  var page = script.getAttribute('data-page');
  var digest = script.getAttribute('data-digest');
  var copies = Number(script.getAttribute('data-copies'));
  var PLACE = 'zhibu-place:' + location.pathname;
  var SEEN = 'zhibu-seen';
  var FOLDED = 'zhibu-folded';
  var BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,tr,dt,dd,pre,figure';

  function keep(store, key, value) {
    try {
      if (value === null) store.removeItem(key);
      else store.setItem(key, value);
    } catch (full) { /* 记不住，不碍看 */ }
  }

  function kept(store, key) {
    try { return store.getItem(key); } catch (refused) { return null; }
  }

  // ---- 原来的地方：正文在窗口最上面的那一段；那一段没有了，就是原来的高度

  function blocks() {
    return Array.prototype.slice.call(document.body ? document.body.querySelectorAll(BLOCKS) : []);
  }

  function words(block) {
    return block.textContent.trim().slice(0, 80);
  }

  /* 跟着窗口走的，不说明看到了哪里。 */
  function pinned(block) {
    for (var one = block; one && one !== document.body; one = one.parentElement) {
      if (/sticky|fixed/.test(getComputedStyle(one).position)) return true;
    }
    return false;
  }

  /* 窗口当中从上往下碰到的第一段：两边的栏不随正文变长。 */
  function uppermost() {
    for (var y = 4; y < window.innerHeight; y += 12) {
      var hit = document.elementFromPoint(window.innerWidth / 2, y);
      var block = hit && hit.closest(BLOCKS);
      if (block && words(block) && !pinned(block)) return block;
    }
    return null;
  }

  function remember() {
    var first = uppermost();
    var place = { y: window.pageYOffset };
    if (first && window.pageYOffset > 0) {
      var same = blocks().filter(function (block) { return words(block) === words(first); });
      place.words = words(first);
      place.nth = same.indexOf(first);
      place.top = first.getBoundingClientRect().top;
    }
    keep(sessionStorage, PLACE, JSON.stringify(place));
  }

  function goBack(place) {
    var same = place.words ? blocks().filter(function (block) { return words(block) === place.words; }) : [];
    var block = same[Math.min(place.nth, same.length - 1)];
    var y = block ? window.pageYOffset + block.getBoundingClientRect().top - place.top : place.y;
    window.scrollTo({ left: 0, top: y, behavior: 'instant' });
  }

  function restore() {
    var text = kept(sessionStorage, PLACE);
    if (!text) return;
    keep(sessionStorage, PLACE, null);
    var place = JSON.parse(text);
    var moved = false;
    ['wheel', 'touchmove', 'keydown', 'mousedown'].forEach(function (kind) {
      window.addEventListener(kind, function () { moved = true; }, { once: true, passive: true });
    });
    goBack(place);
    // 图片和字体来了，高度还会变。
    window.addEventListener('load', function () {
      if (!moved) goBack(place);
    });
  }

  // 浏览器自己也会回到原来的高度，而且晚一步；离开这一页时再还给它。
  var reloading = false;
  window.addEventListener('pagehide', function () {
    if (history.scrollRestoration && !reloading) history.scrollRestoration = 'auto';
  });

  function reload() {
    reloading = true;
    if (source) source.close();
    remember();
    if (history.scrollRestoration) history.scrollRestoration = 'manual';
    location.reload();
  }

  restore();

  // ---- 样式

  var styles = null;

  function swap(next) {
    var changed = styles ? Object.keys(next).filter(function (name) { return styles[name] !== next[name]; }) : [];
    styles = next;
    if (!changed.length) return;
    var links = Array.prototype.slice.call(document.querySelectorAll('link[rel~="stylesheet"][href]'));
    var named = links.filter(function (link) {
      return changed.indexOf(new URL(link.href).pathname.slice(1)) >= 0;
    });
    // 网页没有直接要的，是别的样式引来的。
    (named.length === changed.length ? named : links).forEach(function (link) {
      var fresh = link.cloneNode();
      var url = new URL(link.href);
      url.search = '?' + Date.now().toString(36);
      fresh.href = url.href;
      fresh.onload = fresh.onerror = function () { link.remove(); };
      link.parentNode.insertBefore(fresh, link.nextSibling);
    });
  }

  // ---- 旁边的一条和盖上的一张

  var host = document.createElement('zhibu-preview');
  host.style.display = 'none';
  var root = host.attachShadow({ mode: 'open' });
  var look = element('link', { rel: 'stylesheet', href: own + 'preview.css' });
  look.onload = function () { host.style.display = ''; };
  root.appendChild(look);
  var bar = root.appendChild(element('section', { class: 'bar', 'aria-label': '预览' }));
  var notes = root.appendChild(element('section', { class: 'notes', 'aria-label': '这一篇的问题', hidden: '' }));
  var sheet = root.appendChild(element('div', { class: 'cover', hidden: '' }));
  document.documentElement.appendChild(host);

  var state = null;
  var lost = false;
  var told = '';
  var folded = kept(localStorage, FOLDED) === 'yes';

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) {
      if (child) made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
    });
    return made;
  }

  function button(label, act, attributes) {
    var made = element('button', Object.assign({ type: 'button' }, attributes), [label]);
    made.addEventListener('click', act);
    return made;
  }

  function opener(label, place) {
    return state.token && button(label, function () { openFile(place); });
  }

  function openFile(place) {
    fetch(own + 'open', {
      method: 'POST', body: place, headers: { 'X-Zhibu-Token': state.token }
    }).then(function (answer) {
      return answer.text().then(function (text) { say(answer.ok ? '' : text.trim()); });
    }).catch(function () { say('打不开：预览停了。'); });
  }

  function say(text) {
    told = text;
    drawBar();
  }

  function replace(into, children) {
    while (into.firstChild) into.removeChild(into.firstChild);
    children.forEach(function (child) { if (child) into.appendChild(child); });
  }

  function grave() {
    return state.problems.filter(function (one) { return one.grave; });
  }

  function mild() {
    return state.problems.filter(function (one) { return !one.grave && one.own; });
  }

  function drawBar() {
    if (!state && !lost) return;
    var entry = state && state.entry;
    var errors = state ? state.errors : 0;
    bar.className = 'bar' + (folded ? ' folded' : '') + (errors ? ' wrong' : '');
    var fold = button(folded ? (errors ? '✕ ' + errors : '预览') : '收起', function () {
      folded = !folded;
      keep(localStorage, FOLDED, folded ? 'yes' : null);
      notes.hidden = true;
      drawBar();
    }, { class: 'fold', 'aria-expanded': String(!folded), title: folded ? '展开预览条' : '收起预览条' });
    if (folded) {
      replace(bar, [fold]);
      return;
    }
    var said = mild();
    replace(bar, [
      entry && entry.mark ? element('b', { class: 'mark' }, [entry.mark]) : null,
      element('span', { class: 'what' }, [entry ? entry.type + ' · ' + entry.status : '预览']),
      entry && !entry.shown ? element('span', { class: 'late' }, ['还没有发布，站点里没有；加 --drafts 看得到']) : null,
      state && state.old ? element('span', { class: 'late' }, ['这是出错以前的样子']) : null,
      element('span', { class: 'late', role: 'status' }, [
        lost ? '预览停了，正在重新连…' : state.behind ? '搜索和检查还在更新…' : told
      ]),
      errors ? button(errors + ' 处错误', function () { showSheet(true); }, { class: 'errors' }) : null,
      said.length ? button(count(said), toggleNotes, {
        class: 'warnings', 'aria-expanded': String(!notes.hidden)
      }) : null,
      entry && state ? opener('用编辑器打开', entry.file + ':' + entry.line) : null,
      state && (state.next || errors) ? button('下一处问题', next) : null,
      fold
    ]);
  }

  function count(said) {
    var warnings = said.filter(function (one) { return one.severity === '警告'; }).length;
    var hints = said.length - warnings;
    return [warnings ? warnings + ' 处警告' : '', hints ? hints + ' 条提示' : ''].filter(Boolean).join('，');
  }

  function toggleNotes() {
    notes.hidden = !notes.hidden;
    drawNotes();
    drawBar();
  }

  function drawNotes() {
    if (!mild().length) notes.hidden = true;
    replace(notes, mild().map(problem));
  }

  function next() {
    if (state.next) location.href = '/' + state.next.page;
    else showSheet(true);
  }

  function problem(one) {
    var place = one.line ? one.file + ':' + one.line + (one.column ? ':' + one.column : '') : one.file;
    return element('article', { class: one.grave ? 'problem grave' : 'problem' }, [
      element('p', { class: 'place' }, [
        element('code', {}, [one.place]),
        one.page && !one.own ? element('a', { href: '/' + one.page }, ['去这一篇']) : null,
        one.file.indexOf('/') > 0 ? opener('打开', place) : null
      ]),
      element('p', { class: 'message' }, [
        element('b', {}, [one.severity]), ' ' + one.message, element('small', {}, [one.rule])
      ]),
      one.excerpt.length ? excerpt(one) : null,
      one.hint ? element('p', { class: 'hint' }, [element('b', {}, ['怎么改']), ' ' + one.hint]) : null
    ]);
  }

  function excerpt(one) {
    return element('pre', { tabindex: '0' }, one.excerpt.map(function (line) {
      var here = line.from !== undefined;
      return element('span', { class: here ? 'line here' : 'line' }, [
        element('i', {}, [String(line.n)]),
        here ? line.text.slice(0, line.from) : line.text,
        here ? element('mark', {}, [line.text.slice(line.from, line.to) || ' ']) : null,
        here ? line.text.slice(line.to) : null
      ]);
    }));
  }

  function key() {
    return JSON.stringify(grave().map(function (one) { return [one.place, one.rule, one.message]; }));
  }

  function showSheet(asked) {
    var errors = grave();
    if (!errors.length) {
      sheet.hidden = true;
      keep(sessionStorage, SEEN, null);
      return;
    }
    // 自己要看的，不因为又来了消息就收起。
    if (asked) keep(sessionStorage, SEEN, null);
    if (!asked && kept(sessionStorage, SEEN) === key()) {
      sheet.hidden = true;
      return;
    }
    var first = errors.filter(function (one) { return one.own; });
    var others = errors.filter(function (one) { return !one.own; });
    var more = state.errors - errors.length;
    var box = element('div', {
      class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'title', tabindex: '-1'
    }, [
      element('header', {}, [
        element('h2', { id: 'title' }, ['有 ' + state.errors + ' 处错误']),
        button('先看网页', dismiss, { class: 'dismiss', title: 'Esc' })
      ]),
      element('p', { class: 'lead' }, ['改好存盘，这一张自己就会收起。在那以前，读不懂的条目照它没错时的样子显示。']),
      first.length && others.length ? element('h3', {}, ['这一篇']) : null
    ].concat(first.map(problem), [
      first.length && others.length ? element('h3', {}, ['站点里别的错误']) : null
    ], others.map(problem), [
      more > 0 ? element('p', {}, ['另有 ' + more + ' 处，改好这些再列。']) : null
    ]));
    var fresh = sheet.hidden;
    var scrolled = sheet.firstChild ? sheet.firstChild.scrollTop : 0;
    replace(sheet, [box]);
    sheet.hidden = false;
    box.scrollTop = fresh ? 0 : scrolled;
    if (fresh && (document.activeElement === document.body || document.activeElement === host)) box.focus();
  }

  function dismiss() {
    keep(sessionStorage, SEEN, key());
    sheet.hidden = true;
  }

  root.addEventListener('keydown', function (event) { if (event.key === 'Escape') dismiss(); });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !sheet.hidden) dismiss();
  });
  sheet.addEventListener('click', function (event) { if (event.target === sheet) dismiss(); });

  // ---- 听

  var source = null;
  var resting = 0;

  function listen() {
    if (source) return;
    source = new EventSource(own + 'events?' + page);
    source.onmessage = function (message) {
      lost = false;
      state = JSON.parse(message.data);
      if (state.digest !== digest || state.copies !== copies) {
        reload();
        return;
      }
      swap(state.styles);
      showSheet(false);
      drawNotes();
      drawBar();
    };
    source.onerror = function () {
      if (!source) return;
      // 浏览器对拒绝的不再试。
      if (source.readyState === EventSource.CLOSED) {
        rest();
        setTimeout(listen, 2000);
      }
      lost = true;
      drawBar();
    };
  }

  function rest() {
    if (source) source.close();
    source = null;
  }

  // 一个浏览器只肯同时连六处：看不见的网页过一会儿就不听了，再看见时补上。
  document.addEventListener('visibilitychange', function () {
    clearTimeout(resting);
    if (document.hidden) resting = setTimeout(rest, 20000);
    else listen();
  });
  window.addEventListener('pagehide', rest);
  window.addEventListener('pageshow', function (event) { if (event.persisted) listen(); });
  listen();
})();
