/* 朗读这一篇：名称、释义、正文，一段一段读，读到的一段标出来。按了“朗读”才取；声音只用这台机器自己的，读的字不出这台机器。 */
(() => {
  'use strict';
  const PARTS = '.lead h1, .gloss > div, .body h2, .body h3, .body h4, .body p, .body li, .body tr';
  const UNREAD = 'a[href^="#cite-"], sup, .note-mark, .note-back, .footnotes, .vh, pre, figcaption';
  const CELL = 'th, td, dt, dd, h1 > span';
  const MOST = 60;
  const speech = window.speechSynthesis;

  /** 一格一格、一个名称一个名称之间停一停；格里的着重不停。 */
  function text(part) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let all = '';
    let last = null;
    while (walker.nextNode()) {
      const said = walker.currentNode.data;
      const inside = walker.currentNode.parentNode;
      if (inside.closest(UNREAD)) continue;
      const cell = said.trim() ? inside.closest(CELL) : last;
      if (cell !== last && all.trim() && !/[，。：；、]\s*$/.test(all)) all += '，';
      last = cell;
      all += said;
    }
    return all.replace(/\s+/g, ' ').replace(/ ，/g, '，').trim();
  }

  /** 一句一句地读：太长的一口气，有的浏览器读不完，停了再继续又要从头听。 */
  function breaths(line) {
    const pieces = line.match(/[^。！？；]+[。！？；”’）]*|[。！？；”’）]+/g) || [];
    return pieces.reduce((all, piece) => {
      const last = all.length - 1;
      if (last >= 0 && all[last].length + piece.length <= MOST) all[last] += piece;
      else all.push(piece);
      return all;
    }, []);
  }

  const found = Array.from(document.querySelectorAll(PARTS));
  const parts = found
    .filter(part => !part.closest('.footnotes') && !found.some(other => other !== part && part.contains(other)))
    .map(part => ({ part, says: breaths(text(part)) }))
    .filter(one => one.says.length);

  /** voice 是声音，from 是那个按钮：停了以后焦点回到它。 */
  window.zhibuSpeak = (voice, from) => {
    let at = 0;
    let breath = 0;
    let turn = 0;
    let reading = false;
    const bar = document.createElement('div');
    bar.className = 'speaking';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', '朗读');

    function act(word, does) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'act';
      button.textContent = word;
      button.addEventListener('click', does);
      bar.append(button);
      return button;
    }

    function mark(is) {
      parts[at].part.classList.toggle('spoken', is);
      if (!is) return;
      const box = parts[at].part.getBoundingClientRect();
      if (box.top < 0 || box.bottom > window.innerHeight - bar.offsetHeight) {
        window.scrollBy(0, box.top - window.innerHeight / 4);
      }
    }

    /** 停下的那一句不算读完：它的结束来得再晚，也不再往下读。 */
    function hush() {
      turn++;
      speech.cancel();
    }

    function say() {
      const mine = ++turn;
      const spoken = new SpeechSynthesisUtterance(parts[at].says[breath]);
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.onend = () => mine === turn && onwards();
      spoken.onerror = () => mine === turn && pause();
      speech.speak(spoken);
    }

    function onwards() {
      breath++;
      if (breath < parts[at].says.length) say();
      else if (at + 1 < parts.length) go(at + 1);
      else stop();
    }

    function go(to) {
      hush();
      mark(false);
      at = Math.min(parts.length - 1, Math.max(0, to));
      breath = 0;
      mark(true);
      if (reading) say();
    }

    function pause() {
      hush();
      reading = false;
      toggle.textContent = '继续';
    }

    function resume() {
      reading = true;
      toggle.textContent = '暂停';
      say();
    }

    function stop() {
      hush();
      mark(false);
      const focused = bar.contains(document.activeElement);
      bar.remove();
      document.removeEventListener('keydown', escape);
      window.removeEventListener('pagehide', hush);
      from.hidden = false;
      if (focused) from.focus();
    }

    function escape(event) {
      if (event.key === 'Escape') stop();
    }

    const toggle = act('暂停', () => (reading ? pause() : resume()));
    act('上一段', () => go(at - 1));
    act('下一段', () => go(at + 1));
    act('停止（Esc）', stop);
    document.body.append(bar);
    document.addEventListener('keydown', escape);
    window.addEventListener('pagehide', hush);
    from.hidden = true;
    toggle.focus();
    go(0);
    resume();
  };
})();
