/* 条目页。复制引文：按钮由脚本添上。没有剪贴板可用时（如从 U 盘打开），替读者选中引文，按 Ctrl+C 就能复制。 */
(() => {
  'use strict';
  const citation = document.querySelector('.citation');
  if (!citation || !document.createRange || !window.getSelection) return;
  const cited = citation.querySelector('.cited');
  const button = document.createElement('button');
  const said = document.createElement('span');
  button.type = 'button';
  button.className = 'act';
  button.textContent = '复制引文';
  said.setAttribute('role', 'status');

  /** 引用日期是读者的今天，不是世界时的今天。 */
  function today() {
    const now = new Date();
    const two = number => (number < 10 ? '0' : '') + number;
    return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
  }

  function select() {
    const range = document.createRange();
    range.selectNodeContents(citation);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  /** 老办法：要先选中；做不到时选中的文字还在。 */
  function copySelected() {
    select();
    let copied = false;
    try {
      copied = document.execCommand('copy');
    } catch (refused) {
      copied = false;
    }
    said.textContent = copied ? '已复制' : '已选中，按 Ctrl+C 复制';
  }

  button.addEventListener('click', () => {
    cited.textContent = '[' + today() + ']';
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(citation.textContent).then(() => { said.textContent = '已复制'; }, copySelected);
    } else {
      copySelected();
    }
  });
  citation.parentNode.append(' ', button, ' ', said);
})();
/* 目录里标出读到的一节：标题过了窗口上边的那些里最后的一个；到了页尾是看得见的最后一个。 */
(() => {
  'use strict';
  const stops = Array.from(document.querySelectorAll('.toc a'), link => {
    const id = decodeURIComponent(link.getAttribute('href').slice(1));
    return { link, at: document.getElementById(id) };
  }).filter(stop => stop.at);
  let marked = null;
  let waiting = false;

  function mark() {
    waiting = false;
    const shown = stops.filter(stop => stop.link.offsetParent);
    const ended = window.innerHeight + window.pageYOffset >= document.documentElement.scrollHeight - 2;
    const line = ended && window.pageYOffset > 0 ? window.innerHeight : 96;
    const passed = shown.filter(stop => stop.at.getBoundingClientRect().top <= line);
    const now = passed.length ? passed[passed.length - 1].link : null;
    if (now === marked) return;
    if (marked) marked.removeAttribute('aria-current');
    if (now) now.setAttribute('aria-current', 'location');
    marked = now;
  }

  function soon() {
    if (!waiting) window.requestAnimationFrame(mark);
    waiting = true;
  }

  if (!stops.length) return;
  window.addEventListener('scroll', soon, { passive: true });
  window.addEventListener('resize', soon);
  soon();
})();
/* 带走这一页：打印、复制网址，按钮由脚本添上；从 U 盘打开的网址别处打不开，不给复制。 */
(() => {
  'use strict';
  const take = document.querySelector('.take');
  if (!take) return;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');

  function act(word, does) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'act';
    button.textContent = word;
    button.addEventListener('click', does);
    take.append(button);
  }

  act('打印', () => window.print());
  if (location.protocol !== 'file:' && navigator.clipboard && window.isSecureContext) {
    act('复制网址', () => {
      navigator.clipboard.writeText(location.href.split('#')[0])
        .then(() => { said.textContent = '已复制'; }, () => { said.textContent = '浏览器不让复制，请从地址栏复制'; });
    });
  }
  take.append(said);
})();
/* 长文顶上一条线：正文读到哪里。 */
(() => {
  'use strict';
  const text = document.querySelector('.text');
  if (!text || text.offsetHeight < 2 * window.innerHeight) return;
  const line = document.createElement('div');
  let waiting = false;
  line.className = 'read';
  line.setAttribute('aria-hidden', 'true');
  document.body.append(line);

  function draw() {
    waiting = false;
    const box = text.getBoundingClientRect();
    const way = box.height - window.innerHeight;
    const share = way > 0 ? Math.min(1, Math.max(0, -box.top / way)) : 1;
    line.style.width = share * 100 + '%';
  }

  function soon() {
    if (!waiting) window.requestAnimationFrame(draw);
    waiting = true;
  }

  window.addEventListener('scroll', soon, { passive: true });
  window.addEventListener('resize', soon);
  soon();
})();
/* 从检索来的：标出问的话，说有几处，一处一处看；按 Esc 或按钮去掉。网址里的记号用过就拿掉。 */
(() => {
  'use strict';
  const asked = (new URLSearchParams(location.search).get('m') || '').toLowerCase().split(' ').filter(Boolean);
  const text = document.querySelector('.text');
  if (!asked.length || !text || !document.createRange) return;
  const painted = window.CSS && CSS.highlights && window.Highlight;
  let ranges = [];
  let at = -1;

  try {
    history.replaceState(history.state, '', location.href.replace(/\?[^#]*/, ''));
  } catch (refused) {
    // 从 U 盘打开的，网址改不了
  }

  /** 从这里起，与问的话相同的最长的一段。 */
  function longest(line, from, least) {
    let best = 0;
    asked.forEach(word => {
      for (let begin = 0; begin < word.length; begin++) {
        let size = 0;
        while (begin + size < word.length && line[from + size] === word[begin + size]) size++;
        if (size >= Math.min(least, word.length)) best = Math.max(best, size);
      }
    });
    return best;
  }

  function found(least) {
    const all = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      // 署名、引文、标签、相近的条目里的不算
      if (node.parentNode.closest('.signed, .changed, .tags, .alike, .cites, .badge')) continue;
      const line = node.data.toLowerCase();
      for (let from = 0; from < line.length && line.length === node.data.length;) {
        const size = longest(line, from, least);
        if (size) {
          const range = document.createRange();
          range.setStart(node, from);
          range.setEnd(node, from + size);
          all.push(range);
        }
        from += size || 1;
      }
    }
    return all;
  }

  function paint() {
    if (painted) CSS.highlights.set('found', new Highlight(...ranges));
    // 从后往前，前面的位置才不变
    else ranges.slice().reverse().forEach(range => range.surroundContents(document.createElement('mark')));
  }

  function off() {
    if (painted) CSS.highlights.delete('found');
    else Array.from(text.querySelectorAll('mark'), mark => mark.replaceWith(mark.firstChild));
    text.normalize();
    bar.remove();
    document.removeEventListener('keydown', escape);
  }

  function escape(event) {
    if (event.key === 'Escape') off();
  }

  function next() {
    at = (at + 1) % ranges.length;
    const box = (painted ? ranges[at] : text.querySelectorAll('mark')[at]).getBoundingClientRect();
    window.scrollBy(0, box.top - window.innerHeight / 3);
    said.textContent = '第 ' + (at + 1) + ' 处，共 ' + ranges.length + ' 处';
  }

  function act(word, does) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'act';
    button.textContent = word;
    button.addEventListener('click', does);
    return button;
  }

  [3, 2].forEach(least => {
    if (!ranges.length) ranges = found(least);
  });
  if (!ranges.length) return;
  const bar = document.createElement('p');
  const said = document.createElement('span');
  bar.className = 'sought';
  said.setAttribute('role', 'status');
  said.textContent = '标出了问的话，共 ' + ranges.length + ' 处';
  bar.append(said, ' ', act(ranges.length > 1 ? '下一处' : '看这一处', next), ' ', act('去掉标记（Esc）', off));
  paint();
  document.body.append(bar);
  document.addEventListener('keydown', escape);
})();
/* 站点没有写自己的网址：从服务器打开的，照地址栏画这一篇的二维码；从 U 盘打开的网址别处打不开，不画。程序在页面读完以后才取。 */
(() => {
  'use strict';
  const self = document.querySelector('.self');
  if (!self || self.querySelector('.qr') || !/^https?:$/.test(location.protocol)) return;
  const folder = document.currentScript.src.replace(/[^/]*$/, '');
  const address = new URL(document.body.matches('.sheet') ? '../index.html' : location.pathname, location.href).href;
  const name = 'http://www.w3.org/2000/svg';
  // 地方先占好，画出来时页面不跳
  const code = document.createElementNS(name, 'svg');
  const says = document.createElement('p');
  const small = document.createElement('small');
  code.setAttribute('class', 'qr');
  code.setAttribute('role', 'img');
  code.setAttribute('aria-label', '本页网址的二维码');
  code.setAttribute('shape-rendering', 'crispEdges');
  says.textContent = '扫码看这一篇';
  small.textContent = decodeURI(address);
  says.append(small);
  self.append(code, says);

  function path(attributes) {
    const line = document.createElementNS(name, 'path');
    Object.keys(attributes).forEach(key => line.setAttribute(key, attributes[key]));
    code.append(line);
  }

  function draw() {
    const drawn = window.zhibuQr(address);
    if (!drawn) {
      code.remove();
      return;
    }
    code.setAttribute('viewBox', [0, 0, drawn.side, drawn.side].join(' '));
    path({ fill: '#fff', d: 'M0 0h' + drawn.side + 'v' + drawn.side + 'H0z' });
    path({ stroke: '#000', d: drawn.path });
  }

  window.addEventListener('load', () => {
    const script = document.createElement('script');
    script.src = folder + 'qr.js';
    script.addEventListener('load', draw);
    script.addEventListener('error', () => code.remove());
    document.head.append(script);
  });
})();
/* 朗读：这台机器自己有普通话的声音才给按钮，按了才取程序；声音在别处的不用，读的字不出这台机器。 */
(() => {
  'use strict';
  const take = document.querySelector('.take');
  const speech = window.speechSynthesis;
  if (!take || !speech || !window.SpeechSynthesisUtterance || !document.querySelector('.body')) return;
  const folder = document.currentScript.src.replace(/[^/]*$/, '');
  let button = null;

  const voice = () => speech.getVoices().find(one => one.localService && /^(zh|zh[-_](cn|hans.*)|cmn.*)$/i.test(one.lang));

  function add(tag, attributes) {
    const made = document.createElement(tag);
    Object.keys(attributes).forEach(name => made.setAttribute(name, attributes[name]));
    document.head.append(made);
    return made;
  }

  function speak() {
    if (window.zhibuSpeak) {
      window.zhibuSpeak(voice(), button);
      return;
    }
    add('link', { rel: 'stylesheet', href: folder + 'speak.css' });
    const script = add('script', { src: folder + 'speak.js' });
    button.disabled = true;
    script.addEventListener('load', () => {
      button.disabled = false;
      window.zhibuSpeak(voice(), button);
    });
    script.addEventListener('error', () => button.remove());
  }

  function offer() {
    if (button || !voice()) return;
    button = document.createElement('button');
    button.type = 'button';
    button.className = 'act';
    button.textContent = '朗读';
    button.addEventListener('click', speak);
    take.insertBefore(button, take.lastElementChild);
  }

  if (speech.addEventListener) speech.addEventListener('voiceschanged', offer);
  offer();
})();
