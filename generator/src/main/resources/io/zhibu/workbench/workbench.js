/* 工作台：条目的表和正文。写的随时送到本机的程序存成草稿；正在用输入法打字时，网页什么也不做。 */
(function () {
  'use strict';
  var OWN = '/_edit/';
  var token = document.querySelector('meta[name=zhibu-token]').content;
  var main = document.getElementById('main');
  var heading = document.getElementById('heading');
  var statusLine = document.getElementById('status');
  var alarmLine = document.getElementById('alarm');
  var acts = document.getElementById('acts');
  var backButton = document.getElementById('back');
  var saveButton = document.getElementById('save');
  var submitButton = document.getElementById('submit');
  var discardButton = document.getElementById('discard');
  var PAUSE = 700;
  var MOST = 60 * 1024 * 1024;
  var forms = null;
  var one = null;
  var count = 0;

  // ---- 小工具

  function el(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      var value = attributes[key];
      if (key.slice(0, 2) === 'on') made.addEventListener(key.slice(2), value);
      else if (value === true) made.setAttribute(key, '');
      else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
    });
    [].concat(children || []).forEach(function (child) {
      if (child !== null && child !== undefined && child !== false) {
        made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
      }
    });
    return made;
  }

  function fill(into, children) {
    while (into.firstChild) into.removeChild(into.firstChild);
    [].concat(children).forEach(function (child) { if (child) into.appendChild(child); });
  }

  function button(label, act, attributes) {
    return el('button', Object.assign({ type: 'button', onclick: act }, attributes), label);
  }

  function unique() {
    count += 1;
    return 'n' + count;
  }

  /* 半个字符送不出去。 */
  function whole(text) {
    return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
      .replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, '$1\ufffd');
  }

  function query(fields) {
    return Object.keys(fields).map(function (key) {
      return encodeURIComponent(key) + '=' + encodeURIComponent(whole(String(fields[key])));
    }).join('&');
  }

  function json(value) {
    return JSON.stringify(value).replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g, function (c) {
      return '\\u' + ('000' + c.charCodeAt(0).toString(16)).slice(-4);
    });
  }

  function Refused(status, text, told) {
    this.status = status;
    this.message = text;
    this.told = told;
  }

  function answered(response) {
    var isJson = (response.headers.get('Content-Type') || '').indexOf('application/json') === 0;
    return response.text().then(function (text) {
      var told = isJson ? JSON.parse(text) : null;
      // 换了口令的程序，不读这一页送去的。
      if (response.status === 403 || response.status === 413) throw new Refused(response.status, RESTARTED, null);
      if (!response.ok) throw new Refused(response.status, isJson ? '' : text.trim(), told);
      return told;
    });
  }

  var RESTARTED = '工作台不认这个网页了：它重新启动过，口令换了。写的还在这个网页里，也记在浏览器里；从终端里的新网址打开，会问你要不要接着写。';

  function lost() {
    throw new Refused(0, '连不上工作台：启动它的窗口关了，或停了。写的还在这个网页里，也记在浏览器里；重新启动后从终端里的新网址打开，会问你要不要接着写。', null);
  }

  function get(path, fields) {
    return fetch(OWN + path + (fields ? '?' + query(fields) : ''), { credentials: 'same-origin' }).catch(lost).then(answered);
  }

  function post(path, body, asked) {
    return fetch(OWN + path + (asked ? '?' + query(asked) : ''), {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'X-Zhibu-Token': token,
        'Content-Type': body instanceof Blob ? 'application/octet-stream' : 'application/x-www-form-urlencoded'
      },
      body: body instanceof Blob ? body : query(body)
    }).catch(lost).then(answered);
  }

  function say(text) { statusLine.textContent = text; }

  function alarm(text, label, act) {
    alarmLine.hidden = !text;
    fill(alarmLine, text ? [document.createTextNode(text), label ? button(label, act, { class: 'small' }) : null] : []);
  }

  function failed(wrong) {
    alarm(wrong instanceof Refused ? wrong.message : '网页出错：' + wrong, '知道了', function () { alarm(''); });
  }

  function keep(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch (full) { /* 浏览器记不住，程序那边还有 */ }
  }

  function kept(key) {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }

  /* 一个对话框，结束时自己去掉；做完以后键盘回到原处。 */
  function ask(title, children, label, act) {
    var from = document.activeElement;
    var id = unique();
    var wrong = el('p', { class: 'said grave', role: 'alert', hidden: true });
    var box = el('dialog', { 'aria-labelledby': id }, [el('h2', { id: id }, title)].concat(children, [wrong, el('div', { class: 'ends' }, [
      button('不了', function () { box.close(); }),
      label ? button(label, done, { class: 'main' }) : null
    ])]));
    function done() {
      var answer = act();
      if (typeof answer === 'string') {
        wrong.textContent = answer;
        wrong.hidden = false;
      } else if (answer && answer.then) {
        answer.then(function () { box.close(); }, function (refusal) {
          wrong.textContent = refusal.message;
          wrong.hidden = false;
        });
      } else {
        box.close();
      }
    }
    box.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && !event.isComposing && event.target.tagName === 'INPUT'
          && !event.defaultPrevented && label) {
        event.preventDefault();
        done();
      }
    });
    box.addEventListener('close', function () {
      box.remove();
      if (from && from.focus && document.contains(from)) from.focus();
    });
    document.body.appendChild(box);
    box.showModal();
    return box;
  }

  function labelled(label, control, help) {
    var id = unique();
    control.id = id;
    return el('div', { class: 'field' }, [
      el('label', { for: id }, label), control, help ? el('small', { class: 'help' }, help) : null
    ]);
  }

  // ---- 全部条目

  var asked = { q: '', type: '', state: '' };
  var listing = 0;

  function typeName(key) {
    var found = forms.types.filter(function (type) { return type.key === key; })[0];
    return found ? found.label : key;
  }

  function showList() {
    leave();
    document.title = '工作台';
    heading.textContent = '工作台';
    acts.hidden = true;
    backButton.hidden = true;
    say('');
    var search = el('input', { type: 'search', value: asked.q, autocomplete: 'off', placeholder: '标题、拼音首字母或文件名' });
    var types = el('select', {}, [el('option', { value: '' }, '全部类型')].concat(forms.types.map(function (type) {
      return el('option', { value: type.key, selected: type.key === asked.type }, type.label);
    })));
    var states = el('div', { class: 'states', role: 'group', 'aria-label': '按状态看' });
    var rows = el('ul', { class: 'rows' });
    var report = el('div');
    var news = el('div');
    var file = el('input', { type: 'file', accept: '.docx', multiple: true, hidden: true, 'aria-label': '导入 Word' });
    var timer = 0;

    function load() {
      listing += 1;
      var mine = listing;
      get('list', asked).then(function (told) {
        if (mine !== listing) return;
        document.title = '工作台 · ' + told.site;
        heading.textContent = told.site + ' · 工作台';
        fill(states, [chip('', '全部')].concat(Object.keys(told.states).map(function (state) {
          return chip(state, state + ' ' + told.states[state]);
        })));
        fill(rows, told.rows.length ? told.rows.map(row) : [el('li', { class: 'none' }, '没有这样的条目。')]);
        if (told.count > told.rows.length) {
          rows.appendChild(el('li', { class: 'none' }, '共 ' + told.count + ' 篇，只列前 ' + told.rows.length + ' 篇；写几个字找。'));
        }
        say(told.count + ' 篇');
      }).catch(failed);
    }

    function chip(state, label) {
      return button(label, function () { asked.state = state; load(); }, { 'aria-pressed': String(asked.state === state) });
    }

    function row(entry) {
      var link = button('', function () { location.hash = '#' + encodeURIComponent(entry.file); }, { 'data-file': entry.file });
      link.appendChild(el('span', { class: 'title' }, entry.title));
      link.appendChild(el('span', { class: 'where' }, entry.type + ' · ' + entry.file));
      link.appendChild(el('span', { class: 'marks' }, entry.states.map(function (state) {
        var bad = state === '有错误';
        return el('span', {
          class: 'mark' + (bad ? ' bad' : /没存|未提交/.test(state) ? ' mine' : /提交审核/.test(state) ? ' sent' : '')
        }, bad ? entry.errors + ' 处错误' : state);
      })));
      return el('li', {}, link);
    }

    function typed() {
      clearTimeout(timer);
      timer = setTimeout(function () { asked.q = search.value; load(); }, 200);
    }
    quietly(search, typed);
    types.addEventListener('change', function () { asked.type = types.value; load(); });
    file.addEventListener('change', function () { bring(file.files, report, load); file.value = ''; });

    fill(main, el('div', { class: 'desk' }, [
      el('div', { class: 'tools' }, [
        el('div', { class: 'grow' }, labelled('找一篇', search)),
        el('div', { class: 'pick' }, labelled('类型', types)),
        el('div', { class: 'field' }, button('新建一篇', startNew)),
        el('div', { class: 'field' }, [button('导入 Word', function () { file.click(); }), file]),
        el('div', { class: 'field' }, button('取回最新', function (event) { latest(event.currentTarget, news, load); }))
      ]),
      el('p', { class: 'drop' }, '把 Word 文件（.docx）拖到这一页，就变成条目'), news, report, states, rows
    ]));
    dropped = function (files) { bring(files, report, load); };
    load();
  }

  function bring(files, report, after) {
    var list = Array.prototype.slice.call(files);
    var chain = Promise.resolve();
    list.forEach(function (file) {
      chain = chain.then(function () {
        if (file.size > MOST) throw new Refused(0, '超过 60 MB，收不下：先在 Word 里压缩图片。', null);
        say('正在导入 ' + file.name + '…');
        return post('import', file, { name: file.name });
      }).then(function (told) {
        say('');
        report.appendChild(el('div', { class: told.good ? 'report' : 'report bad', role: 'status' }, [
          el('p', {}, [el('b', {}, file.name + '：' + told.state + ' '), told.entry ? button('打开 ' + told.entry, function () {
            location.hash = '#' + encodeURIComponent(told.entry);
          }, { class: 'small' }) : null]),
          told.guessed !== undefined ? el('p', {}, '待核 ' + told.guessed + ' 处，待写 ' + told.unwritten + ' 处：打开后在“字段”里一处一处看') : null,
          el('ul', {}, told.said.map(function (said) {
            return el('li', {}, said.severity + '：' + said.message + (said.hint ? '。' + said.hint : ''));
          }).concat(told.lines.map(function (line) { return el('li', {}, line); })))
        ]));
        after();
      }).catch(function (wrong) {
        say('');
        report.appendChild(el('div', { class: 'report bad', role: 'alert' }, file.name + '：' + wrong.message));
      });
    });
    return chain;
  }

  /* 别人合进仓库的，取到这个文件夹；自己写的一字不丢。 */
  function latest(pressed, news, after) {
    var SHOWN = 12;
    pressed.disabled = true;
    say('正在问仓库…');
    post('latest', {}).then(function (told) {
      pressed.disabled = false;
      say('');
      var met = told.rows.filter(function (row) { return row.met; });
      var others = told.rows.filter(function (row) { return !row.met; });
      function item(row) {
        return el('li', {}, [row.title + '：' + row.said + ' ', row.met && row.open ? button('打开', function () {
          location.hash = '#' + encodeURIComponent(row.file);
        }, { class: 'small', 'aria-label': '打开 ' + row.title }) : null]);
      }
      var more = others.slice(SHOWN);
      fill(news, el('div', { class: told.done ? 'report' : 'report bad', role: told.done ? 'status' : 'alert' }, [
        el('p', {}, el('b', {}, told.message + '。')),
        met.length ? el('p', {}, '与你写的碰到一起的：') : null,
        met.length ? el('ul', {}, met.map(item)) : null,
        met.length && others.length ? el('p', {}, '别人的：') : null,
        others.length ? el('ul', {}, others.slice(0, SHOWN).map(item)) : null,
        more.length ? el('details', {}, [el('summary', {}, '还有 ' + more.length + ' 篇'), el('ul', {}, more.map(item))]) : null
      ]));
      after();
    }).catch(function (wrong) {
      pressed.disabled = false;
      say('');
      failed(wrong);
    });
  }

  function startNew() {
    var type = el('select', {}, forms.types.map(function (one) { return el('option', { value: one.key }, one.label); }));
    var title = el('input', { autocomplete: 'off' });
    ask('新建一篇', [labelled('类型', type), labelled('标题', title, '标识和文件名由标题的拼音来，定了不改')], '开始写', function () {
      if (!title.value.trim()) return '先写标题。';
      return post('new', { type: type.value, title: title.value }).then(function (told) {
        location.hash = '#' + encodeURIComponent(told.file);
      });
    });
    title.focus();
  }

  // ---- 打字：从 compositionstart 到 compositionend，什么也不做

  function quietly(control, act) {
    var composing = false;
    control.addEventListener('compositionstart', function () { composing = true; });
    control.addEventListener('compositionend', function () { composing = false; act(); });
    control.addEventListener('input', function (event) {
      if (!composing && !event.isComposing) act();
    });
  }

  // ---- 一篇

  function leave() {
    if (!one) return;
    if (one.source) one.source.close();
    clearTimeout(one.timer);
    if (isDirty()) send();
    one = null;
    dropped = null;
  }

  var dropped = null;

  function open(file) {
    leave();
    acts.hidden = true;
    backButton.hidden = false;
    say('正在打开…');
    get('entry', { file: file }).then(function (told) {
      draw(told);
      recover(told);
    }).catch(function (wrong) {
      say('');
      fill(main, el('p', { class: 'blank' }, '打不开这一篇。'));
      failed(wrong);
    });
  }

  function draw(told) {
    if (one && one.source) one.source.close();
    var type = forms.types.filter(function (each) { return each.key === told.values.type; })[0];
    one = {
      file: told.file, version: told.version, head: told.head, values: told.values, form: told.form, edits: {}, looked: {}, bodyDirty: false,
      sending: false, timer: 0, type: type, marks: {}, fits: [], findings: [], digest: '', composing: false, seen: '', overtaken: false
    };
    var title = told.values.title;
    heading.textContent = typeof title === 'string' && title ? title : told.file;
    document.title = heading.textContent + ' · 工作台';
    acts.hidden = false;
    one.body = el('textarea', { id: 'body', 'aria-label': '正文（Markdown）', spellcheck: 'false' });
    one.body.value = told.body;
    quietly(one.body, function () { one.bodyDirty = true; touched(); });
    one.body.addEventListener('paste', pasted);
    one.body.addEventListener('keydown', keyed);
    one.problems = el('div', { class: 'problems', role: 'region', 'aria-label': '正文里的问题', tabindex: '0' });
    one.general = el('div');
    one.unseen = el('div');
    one.fieldsPane = el('div', { class: 'pane', id: 'pane-fields', role: 'tabpanel', 'aria-labelledby': 'tab-fields', tabindex: '-1' }, [
      one.general, one.unseen, told.form ? fieldsOf(told) : el('p', { class: 'said grave' }, '头信息读不懂，填不成表。在“正文”里从第一行起照着提示改，改好存一次，表就回来了。')
    ]);
    one.bodyPane = el('div', { class: 'pane flat', id: 'pane-body', role: 'tabpanel', 'aria-labelledby': 'tab-body' }, el('div', { class: 'bodyside' }, [
      toolbar(), one.body, one.problems
    ]));
    one.frame = el('iframe', { class: 'preview', title: '网页预览', hidden: true });
    one.frame.addEventListener('load', function () {
      if (one && one.scroll) one.frame.contentWindow.scrollTo(0, one.scroll);
    });
    one.blank = el('p', { class: 'blank' }, '正在做网页…');
    one.previewNote = el('span', {}, '网页预览：存成草稿就跟着变');
    one.right = el('section', { class: 'side right', 'aria-label': '预览' });
    one.tabs = {
      fields: tab('fields', '字段'), body: tab('body', '正文'), preview: tab('preview', '预览')
    };
    one.tabs.preview.classList.add('only-narrow');
    one.left = el('section', { class: 'side left', 'aria-label': '编辑' }, [
      el('div', { class: 'tabs', role: 'tablist', onkeydown: arrows }, [one.tabs.fields, one.tabs.body, one.tabs.preview]),
      one.fieldsPane, one.bodyPane
    ]);
    one.grid = el('div', { class: 'entry' }, [one.left, one.right]);
    fill(main, one.grid);
    showPreview();
    choose(told.form && Object.keys(told.toDo).length ? 'fields' : 'body');
    dropped = function (files) { arrive(files); };
    refresh(told);
    listen();
  }

  function tab(name, label) {
    return el('button', {
      type: 'button', role: 'tab', id: 'tab-' + name, 'aria-controls': name === 'preview' ? null : 'pane-' + name, onclick: function () { choose(name); }
    }, label);
  }

  function arrows(event) {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    var all = Object.keys(one.tabs).filter(function (name) { return one.tabs[name].offsetParent; });
    var at = all.indexOf(one.tab) + (event.key === 'ArrowRight' ? 1 : -1);
    var name = all[(at + all.length) % all.length];
    choose(name);
    one.tabs[name].focus();
  }

  function choose(name) {
    one.tab = name;
    one.grid.setAttribute('data-tab', name);
    Object.keys(one.tabs).forEach(function (each) {
      one.tabs[each].setAttribute('aria-selected', String(each === name));
      one.tabs[each].tabIndex = each === name ? 0 : -1;
    });
    if (name !== 'preview') {
      one.fieldsPane.hidden = name !== 'fields';
      one.bodyPane.hidden = name !== 'body';
    }
    // 看不见的时候量不出有多高。
    if (name === 'fields') one.fits.splice(0).forEach(function (fit) { fit(); });
  }

  function showPreview() {
    one.both = null;
    fill(one.right, [
      el('div', { class: 'bar' }, [one.previewNote, button('在新窗口看', function () {
        if (one.page) window.open(one.page, '_blank');
      }, { class: 'small' })]), one.blank, one.frame
    ]);
  }

  /* 存下的样子和草稿的样子。 */
  function refresh(told) {
    one.version = told.version;
    one.values = told.values;
    one.head = told.head;
    one.draft = told.draft;
    one.fresh = told.fresh;
    one.sent = told.sent;
    saveButton.disabled = !told.draft;
    discardButton.hidden = !told.draft;
    discardButton.textContent = told.fresh ? '丢掉这一篇' : '丢掉改动';
    say(told.draft ? '草稿已记下，还没保存' : told.sent ? '已保存（提交过：' + told.sent + '）' : '已保存');
    marksOf(told.toDo);
    if (told.form !== one.form) {
      draw(told);
      return;
    }
    if (told.overtaken) overtaken();
  }

  // ---- 草稿：停下手就送

  function isDirty() {
    return one && (one.bodyDirty || Object.keys(one.edits).length > 0 || Object.keys(one.looked).length > 0);
  }

  function touched() {
    saveButton.disabled = false;
    say('正在写…');
    clearTimeout(one.timer);
    one.timer = setTimeout(send, PAUSE);
  }

  function edited(key, value) {
    one.edits[key] = value;
    touched();
  }

  function unsent() {
    var pack = { file: one.file, version: one.version, edits: json(one.edits), looked: Object.keys(one.looked).join(',') };
    if (one.bodyDirty) pack.body = one.body.value;
    return pack;
  }

  /* 一次只送一份；送的时候又写了，送完再送。 */
  function send() {
    if (!one) return Promise.resolve();
    var mine = one;
    clearTimeout(mine.timer);
    if (mine.sending) return mine.sending.then(function () { return one === mine ? send() : undefined; });
    if (!isDirty()) return Promise.resolve();
    var pack = unsent();
    var key = 'zhibu-edit:' + mine.file;
    keep(key, JSON.stringify(pack));
    var edits = mine.edits;
    var looked = mine.looked;
    mine.edits = {};
    mine.looked = {};
    mine.bodyDirty = false;
    function back() {
      mine.edits = Object.assign({}, edits, mine.edits);
      mine.looked = Object.assign({}, looked, mine.looked);
      mine.bodyDirty = mine.bodyDirty || pack.body !== undefined;
      mine.sending = null;
    }
    mine.sending = post('draft', pack).then(function (told) {
      mine.sending = null;
      keep(key, null);
      if (mine.troubled) {
        mine.troubled = false;
        alarm('');
      }
      if (one === mine) refresh(told);
      else mine.version = told.version;
    }, function (wrong) {
      back();
      if (wrong.status === 409 && wrong.told) {
        clash(wrong.told.who, wrong.told.theirs, wrong.told.version);
      } else {
        mine.troubled = true;
        alarm(wrong.message);
        say('还没记下');
        if (one === mine) mine.timer = setTimeout(send, 4000);
      }
      throw wrong;
    });
    mine.sending.catch(function () { /* 上面说过了 */ });
    return mine.sending;
  }

  /* 上次没来得及送出的。 */
  function recover(told) {
    var key = 'zhibu-edit:' + told.file;
    var text = kept(key);
    if (!text) return;
    var pack = JSON.parse(text);
    if (pack.body === undefined && pack.edits === '{}') {
      keep(key, null);
      return;
    }
    alarm('上次有没送到的改动，浏览器还记着。', '接着写', function () {
      alarm('');
      if (pack.body !== undefined) {
        one.body.value = pack.body;
        one.bodyDirty = true;
      }
      one.edits = JSON.parse(pack.edits);
      send().then(function () { open(told.file); }, function () { /* 说过了 */ });
    });
    alarmLine.appendChild(button('不要了', function () { keep(key, null); alarm(''); }, { class: 'small' }));
  }

  function save() {
    if (!one) return Promise.resolve(false);
    if (one.composing) return Promise.resolve(false);
    return send().then(function () {
      return post('save', { file: one.file, version: one.version });
    }).then(function (told) {
      refresh(told);
      say('已保存');
      alarm('');
      return true;
    }, function (wrong) {
      if (wrong.status === 409 && wrong.told) clash(wrong.told.who, wrong.told.theirs, wrong.told.version);
      else failed(wrong);
      return false;
    });
  }

  function discard() {
    ask(one.fresh ? '丢掉这一篇？' : '丢掉没保存的改动？', el('p', {}, '草稿另存一份在 target/edit/kept，找得回来。'), '丢掉', function () {
      var file = one.file;
      one.edits = {};
      one.bodyDirty = false;
      return post('resolve', { file: file, take: 'theirs' }).then(function (told) {
        if (told.gone) {
          one = null;
          location.hash = '';
        } else {
          draw(told);
        }
      });
    });
  }

  // ---- 有人先改了：左边接着改我的，右边看那边的

  function overtaken() {
    if (one.both) return;
    get('entry', { file: one.file }).then(function (told) {
      if (one && told.overtaken && !one.both) clash('disk', told.saved, told.version);
    }).catch(failed);
  }

  var WHO = {
    window: '另一个窗口也在改这一篇，先存了一步。左边是你的，一字没动；右边是那边的，浅色是不同的地方。',
    disk: '有人先改了这个文件。左边是你的，一字没动；右边是现在文件里的，浅色是不同的地方。',
    upstream: '有人先改了这一篇，已经在仓库里。左边是你的，已存好，还没提交；右边是仓库里的，浅色是不同的地方。'
  };

  function clash(who, theirs, version) {
    if (!one) return;
    one.both = who;
    var mine = el('div', { class: 'both', role: 'region', 'aria-label': '有人先改了', tabindex: '-1' }, [
      el('div', { class: 'lead' }, [el('p', { role: 'alert' }, WHO[who]), el('div', { class: 'acts' }, [
        button(who === 'upstream' ? '合好了，再提交' : '以我的为准', function () { takeMine(who, version); }, { class: 'main' }),
        button('以那边的为准', function () { takeTheirs(who, theirs, version); }),
        button('再比一次', function () { compare(); })
      ]), el('p', {}, el('small', {}, '要两边都留：把那边要的拷进“正文”，再点第一个按钮。换下的一份存在 target/edit/kept，找得回来。'))])
    ]);
    var pair = el('div', { class: 'pair', tabindex: '0', role: 'group', 'aria-label': '两边的文字' });
    mine.appendChild(pair);
    function compare() { fill(pair, sideBySide(theirs)); }
    compare();
    fill(one.right, mine);
    choose('body');
    one.grid.setAttribute('data-tab', 'both');
    mine.focus();
  }

  var HEAD = /^\ufeff?---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

  function sideBySide(theirs) {
    var other = theirs.replace(/\r\n/g, '\n');
    var head = one.form ? other.match(HEAD) : null;
    var mine = head ? one.head.replace(/\r\n/g, '\n').match(HEAD) : null;
    return (mine ? part('字段', mine[1], head[1]) : [])
      .concat(part('正文', one.body.value, head ? other.slice(head[0].length) : other))
      .concat(Object.keys(one.edits).length ? [el('p', { class: 'same' }, '你刚改的字段在左边“字段”里，还没有算进来')] : []);
  }

  /* 不同的行，和它前后两行；其余的折起来。 */
  function part(name, ours, theirs) {
    var NEAR = 2;
    if (ours === theirs) return [el('p', { class: 'same' }, name + '：两边一样')];
    var pairs = lines(ours.split('\n'), theirs.split('\n'));
    var rows = [el('h3', {}, '我的' + name), el('h3', {}, '那边的' + name)];
    var near = pairs.map(function (pair, n) {
      return pairs.slice(Math.max(0, n - NEAR), n + NEAR + 1).some(function (each) { return each[0] !== each[1]; });
    });
    for (var n = 0; n < pairs.length; n += 1) {
      var skipped = 0;
      while (n + skipped < pairs.length && !near[n + skipped]) skipped += 1;
      if (skipped > 1) {
        rows.push(el('p', { class: 'same' }, '一样的 ' + skipped + ' 行'));
        n += skipped - 1;
      } else {
        rows.push(el('div', { class: pairs[n][0] === pairs[n][1] ? '' : 'add' }, pairs[n][0] === null ? '' : pairs[n][0]));
        rows.push(el('div', { class: pairs[n][0] === pairs[n][1] ? '' : 'gone' }, pairs[n][1] === null ? '' : pairs[n][1]));
      }
    }
    return rows;
  }

  /* 一行对一行：相同的排在一起。 */
  function lines(ours, theirs) {
    var a = 0;
    while (a < ours.length && a < theirs.length && ours[a] === theirs[a]) a += 1;
    var z = 0;
    while (z < ours.length - a && z < theirs.length - a && ours[ours.length - 1 - z] === theirs[theirs.length - 1 - z]) z += 1;
    var m = ours.slice(a, ours.length - z);
    var n = theirs.slice(a, theirs.length - z);
    var pairs = ours.slice(0, a).map(function (line) { return [line, line]; });
    if (m.length * n.length > 4000000) {
      for (var k = 0; k < Math.max(m.length, n.length); k += 1) pairs.push([k < m.length ? m[k] : null, k < n.length ? n[k] : null]);
    } else {
      pairs = pairs.concat(common(m, n));
    }
    return pairs.concat(ours.slice(ours.length - z).map(function (line) { return [line, line]; }));
  }

  function common(m, n) {
    var best = [];
    for (var i = m.length; i >= 0; i -= 1) {
      best[i] = new Array(n.length + 1).fill(0);
      for (var j = n.length - 1; j >= 0 && i < m.length; j -= 1) {
        best[i][j] = m[i] === n[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    var pairs = [];
    var x = 0;
    var y = 0;
    var gone = [];
    var come = [];
    // 换掉的一行对着换上的一行。
    function flush() {
      for (var k = 0; k < Math.max(gone.length, come.length); k += 1) {
        pairs.push([k < gone.length ? gone[k] : null, k < come.length ? come[k] : null]);
      }
      gone = [];
      come = [];
    }
    while (x < m.length || y < n.length) {
      if (x < m.length && y < n.length && m[x] === n[y]) {
        flush();
        pairs.push([m[x++], n[y++]]);
      } else if (y >= n.length || (x < m.length && best[x + 1][y] >= best[x][y + 1])) {
        gone.push(m[x++]);
      } else {
        come.push(n[y++]);
      }
    }
    flush();
    return pairs;
  }

  function settled() {
    showPreview();
    one.digest = '';
    choose('body');
    alarm('');
  }

  function takeMine(who, version) {
    if (who === 'upstream') {
      one.seen = version;
      settled();
      save().then(function (good) { if (good) submit(); });
      return;
    }
    if (who === 'window') {
      one.version = version;
      one.bodyDirty = true;
      settled();
      send().catch(function () { /* 说过了 */ });
      return;
    }
    send().then(function () { return post('resolve', { file: one.file, take: 'mine' }); }).then(function (told) {
      settled();
      refresh(told);
      return save();
    }).catch(failed);
  }

  function takeTheirs(who, theirs, version) {
    one.edits = {};
    one.bodyDirty = false;
    clearTimeout(one.timer);
    var step = who === 'disk' ? post('resolve', { file: one.file, take: 'theirs' })
      : who === 'upstream' ? post('draft', { file: one.file, version: one.version, edits: '{}', whole: theirs })
        : get('entry', { file: one.file });
    keep('zhibu-edit:' + one.file, null);
    step.then(function (told) {
      var seen = who === 'upstream' ? version : '';
      draw(told);
      one.seen = seen;
    }).catch(failed);
  }

  // ---- 提交审核

  function submit() {
    if (!one || one.submitting) return;
    one.submitting = true;
    submitButton.disabled = true;
    var mine = one;
    save().then(function (good) {
      if (!good) return null;
      return get('author').then(function (author) {
        return author.name && kept('zhibu-edit-author') ? author : named(author);
      }).then(function (author) {
        if (!author) return null;
        say('正在检查和提交…');
        return post('submit', { file: mine.file, seen: mine.seen });
      });
    }).then(function (told) {
      if (!told) return;
      if (told.overtaken) {
        clash('upstream', told.theirs, told.upstream);
        say('还没提交');
      } else if (told.done) {
        mine.sent = told.branch;
        say(told.message);
        alarm('');
      } else {
        say('还没提交');
        alarm(told.message + '。', '知道了', function () { alarm(''); });
        if (told.stuck) {
          alarmLine.insertBefore(el('a', { href: OWN + 'parcel?' + query({ file: mine.file }), download: '' }, '下载这一篇，交给管仓库的人'), alarmLine.lastChild);
        }
      }
    }).catch(function (wrong) {
      say('还没提交');
      failed(wrong);
    }).then(function () {
      mine.submitting = false;
      submitButton.disabled = false;
    });
  }

  /* 只问一次。 */
  function named(author) {
    return new Promise(function (resolve) {
      var name = el('input', { value: author.name, autocomplete: 'name' });
      var mail = el('input', { value: author.mail, autocomplete: 'email' });
      var answer = null;
      var box = ask('提交人是谁', [labelled('姓名', name, '写进提交的记录，只问这一次'), labelled('邮箱（可以不写）', mail)], '提交', function () {
        if (!name.value.trim()) return '写上姓名。';
        return post('author', { name: name.value, mail: mail.value }).then(function (told) {
          keep('zhibu-edit-author', 'yes');
          answer = told;
        });
      });
      box.addEventListener('close', function () { resolve(answer); });
      name.focus();
    });
  }

  // ---- 听：预览、检查、别处的改动

  function listen() {
    var mine = one;
    mine.source = new EventSource(OWN + 'events?' + query({ file: mine.file }));
    mine.source.onmessage = function (message) {
      if (one !== mine) return;
      var state = JSON.parse(message.data);
      mine.findings = state.findings;
      mine.behind = state.behind;
      mine.page = state.page;
      drawFindings();
      drawPage(state);
      if (state.overtaken && !mine.both) overtaken();
      else if (state.version && state.version !== mine.version && !isDirty() && !mine.sending && !mine.both) follow(state.version);
    };
  }

  /* 别的窗口写了，这里没有没送的：换成新的。 */
  function follow(version) {
    var mine = one;
    setTimeout(function () {
      if (one !== mine || mine.version === version || isDirty() || mine.sending || mine.both || mine.composing) return;
      get('entry', { file: mine.file }).then(function (told) {
        if (one !== mine || isDirty() || mine.sending || told.version === mine.version) return;
        var at = mine.body.selectionStart;
        var tabNow = mine.tab;
        draw(told);
        one.body.setSelectionRange(at, at);
        choose(tabNow);
        say('另一个窗口改了，已换成新的');
      }).catch(function () { /* 下一次再看 */ });
    }, 400);
  }

  function drawPage(state) {
    if (one.both) return;
    one.blank.hidden = !!state.page;
    one.frame.hidden = !state.page;
    if (!state.page) {
      one.blank.textContent = state.findings.some(function (said) { return said.grave; })
        ? '还做不出网页：先照着提示改好错误。' : '正在做网页…';
      return;
    }
    one.previewNote.textContent = state.behind ? '网页预览（检查还在更新…）' : '网页预览';
    var digest = state.page + state.digest;
    if (digest === one.digest) return;
    one.digest = digest;
    try {
      one.scroll = one.frame.contentWindow.scrollY;
      if (one.frame.contentWindow.location.pathname === encodeURI(state.page)) {
        one.frame.contentWindow.location.reload();
        return;
      }
    } catch (elsewhere) { one.scroll = 0; }
    one.frame.src = state.page;
  }

  function said(finding, act) {
    return el('div', { class: finding.grave ? 'said grave' : 'said' }, [
      act ? button('到第 ' + finding.line + ' 行', act, { class: 'small' }) : null,
      el('b', {}, finding.severity + ' '), finding.message + ' ',
      el('a', { href: '/help/rules/' + finding.rule + '/', target: '_blank', rel: 'noopener' }, finding.rule),
      finding.hint ? el('span', { class: 'hint' }, finding.hint) : null
    ]);
  }

  function drawFindings() {
    var inBody = one.findings.filter(function (each) { return each.line > 0 || !one.form; });
    var others = one.findings.filter(function (each) { return inBody.indexOf(each) < 0; });
    fill(one.problems, inBody.map(function (each) {
      var line = one.form ? each.line : each.line || lineOf(each.place);
      return said(Object.assign({}, each, { line: line }), line ? function () { goTo(line, each.column); } : null);
    }));
    Object.keys(one.marks).forEach(function (path) {
      fill(one.marks[path].said, []);
      one.marks[path].control.removeAttribute('aria-invalid');
    });
    fill(one.general, []);
    others.forEach(function (each) {
      var mark = markAt(each.field) || markNamed(each.message);
      var note = said(each, null);
      if (mark) {
        mark.said.appendChild(note);
        if (each.grave) mark.control.setAttribute('aria-invalid', 'true');
        for (var up = mark.said.closest('details'); up; up = up.parentNode.closest('details')) {
          if (each.grave) up.open = true;
        }
      } else {
        one.general.appendChild(note);
      }
    });
    badge('fields', '字段', others, one.toDo);
    badge('body', '正文', inBody, 0);
  }

  function lineOf(place) {
    var line = /\.md:(\d+)/.exec(place);
    return line ? Number(line[1]) : 0;
  }

  function badge(name, label, findings, toDo) {
    var grave = findings.filter(function (each) { return each.grave; }).length;
    var mild = findings.length - grave;
    fill(one.tabs[name], [document.createTextNode(label),
      grave ? el('b', { 'aria-label': grave + ' 处错误' }, String(grave)) : null,
      toDo ? el('b', { class: 'mild' }, '待核 ' + toDo) : null,
      mild ? el('b', { class: 'mild', 'aria-label': mild + ' 处警告或提示' }, String(mild)) : null]);
  }

  function markAt(path) {
    for (var way = path; way; way = way.indexOf('.') < 0 ? '' : way.slice(0, way.lastIndexOf('.'))) {
      if (one.marks[way]) return one.marks[way];
    }
    return null;
  }

  /* 缺的字段没有地方可指，话里说了它的名字。 */
  function markNamed(message) {
    var found = /（([a-z_]+)）/.exec(message);
    if (found && one.marks[found[1]]) return one.marks[found[1]];
    var label = /“([^”]+)”/.exec(message);
    var field = label && one.type && one.type.fields.filter(function (each) {
      return each.label === label[1] || each.key === label[1];
    })[0];
    return field ? one.marks[field.key] : null;
  }

  /* 第几行第几个字：照着同样的样子排一遍，量出有多高。 */
  function goTo(line, column) {
    choose('body');
    var all = one.body.value.split('\n');
    var start = all.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    var text = all[line - 1] || '';
    var from = column > 0 ? Array.from(text).slice(0, column - 1).join('').length : 0;
    one.body.focus();
    one.body.setSelectionRange(start + from, start + text.length);
    var mirror = el('div', { 'aria-hidden': 'true' });
    var look = getComputedStyle(one.body);
    ['font', 'lineHeight', 'padding', 'whiteSpace', 'wordWrap', 'overflowWrap', 'tabSize'].forEach(function (name) { mirror.style[name] = look[name]; });
    mirror.style.cssText += ';position:absolute;visibility:hidden;white-space:pre-wrap;box-sizing:border-box;width:' + one.body.clientWidth + 'px';
    mirror.textContent = one.body.value.slice(0, start + from) + '字';
    document.body.appendChild(mirror);
    one.body.scrollTop = Math.max(0, mirror.offsetHeight - one.body.clientHeight / 2);
    mirror.remove();
  }

  // ---- 正文的工具

  function toolbar() {
    var file = el('input', { type: 'file', accept: 'image/*', multiple: true, hidden: true, 'aria-label': '选图片' });
    file.addEventListener('change', function () { arrive(file.files); file.value = ''; });
    return el('div', { class: 'toolbar', role: 'toolbar', 'aria-label': '正文的工具' }, [
      button('小标题', function () { atLines('## '); }, { title: '这一行成为小标题' }),
      button('加粗', function () { around('**', '**', '要紧的话'); }, { title: 'Ctrl+B' }),
      button('项目', function () { atLines('- '); }),
      button('编号', function () { atLines('1. '); }),
      button('引用', function () { atLines('> '); }),
      button('表格', function () { insert('\n| 名目 | 说明 |\n|---|---|\n|  |  |\n'); }),
      button('链到条目', linkEntry, { title: '打标题找一篇（Ctrl+K）' }),
      button('链到网址', linkWeb),
      button('图片', function () { file.click(); }, { title: '也可以粘贴，或拖进来' }), file
    ]);
  }

  function insert(text) {
    one.body.focus();
    if (!document.execCommand('insertText', false, text)) {
      one.body.setRangeText(text, one.body.selectionStart, one.body.selectionEnd, 'end');
      one.bodyDirty = true;
      touched();
    }
  }

  function around(before, after, otherwise) {
    var from = one.body.selectionStart;
    var chosen = one.body.value.slice(from, one.body.selectionEnd) || otherwise;
    insert(before + chosen + after);
    one.body.setSelectionRange(from + before.length, from + before.length + chosen.length);
  }

  function atLines(mark) {
    var value = one.body.value;
    var from = value.lastIndexOf('\n', one.body.selectionStart - 1) + 1;
    var to = value.indexOf('\n', Math.max(from, one.body.selectionEnd));
    to = to < 0 ? value.length : to;
    var number = 0;
    var text = value.slice(from, to).split('\n').map(function (line) {
      number += 1;
      var bare = line.replace(/^(#{1,6} |- |\d+\. |> )/, '');
      return (mark === '1. ' ? number + '. ' : mark) + bare;
    }).join('\n');
    one.body.setSelectionRange(from, to);
    insert(text);
  }

  function keyed(event) {
    if (event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    if (event.key === 'b') {
      event.preventDefault();
      around('**', '**', '要紧的话');
    } else if (event.key === 'k') {
      event.preventDefault();
      linkEntry();
    }
  }

  function linkEntry() {
    var chosen = one.body.value.slice(one.body.selectionStart, one.body.selectionEnd);
    var found = null;
    var box = picker({ kind: 'entry', to: '' }, function (option) {
      found = option;
      var name = chosen || '“' + option.label + '”';
      box.close();
      setTimeout(function () { insert('[' + name.replace(/[\[\]]/g, '') + '](' + option.link + ')'); });
    }, '标题里的几个字，或拼音首字母');
    box = ask('链到另一篇', labelledBox('打标题找', box), '', function () { return found ? undefined : '先选一篇。'; });
    box.querySelector('input').focus();
  }

  function labelledBox(label, made) {
    var id = unique();
    made.input.id = id;
    return el('div', { class: 'field' }, [el('label', { for: id }, label), made.node]);
  }

  function linkWeb() {
    var chosen = one.body.value.slice(one.body.selectionStart, one.body.selectionEnd);
    var words = el('input', { value: chosen });
    var address = el('input', { type: 'url', placeholder: 'https://' });
    ask('链到网址', [labelled('文字', words), labelled('网址', address)], '放进正文', function () {
      if (!/^https?:\/\/\S+$/.test(address.value)) return '网址以 http:// 或 https:// 开头。';
      var text = '[' + (words.value || address.value).replace(/[\[\]]/g, '') + '](' + address.value.replace(/[()\s]/g, encodeURIComponent) + ')';
      setTimeout(function () { insert(text); });
      return undefined;
    });
  }

  // ---- 图片

  function pasted(event) {
    var files = Array.prototype.slice.call(event.clipboardData ? event.clipboardData.files : []).filter(isPicture);
    if (files.length) {
      event.preventDefault();
      arrive(files);
    }
  }

  function isPicture(file) { return file.type.indexOf('image/') === 0; }

  function arrive(files) {
    var list = Array.prototype.slice.call(files);
    var words = list.filter(function (file) { return /\.docx?$|\.wps$/i.test(file.name); });
    if (words.length) {
      location.hash = '';
      setTimeout(function () { if (dropped) dropped(words); }, 300);
      return;
    }
    var chain = Promise.resolve();
    list.forEach(function (file) { chain = chain.then(function () { return takePicture(file, pictureInText); }); });
  }

  function takePicture(file, then) {
    var mine = one;
    if (file.size > MOST) {
      alarm('“' + file.name + '”超过 60 MB，先用画图的软件缩小。');
      return Promise.resolve();
    }
    say('正在收下图片 ' + file.name + '…');
    return send().then(function () {
      return post('picture', file, { file: mine.file, name: file.name || 'tu.png' });
    }).then(function (told) {
      say('');
      return new Promise(function (resolve) {
        var alt = el('input', { autocomplete: 'off' });
        var url = URL.createObjectURL(file);
        var box = ask('图片上是什么', [
          el('img', { src: url, alt: '' }),
          el('p', {}, el('small', {}, told.src + '：' + told.width + '×' + told.height + ' 点，' + size(told.after)
            + (told.after < told.before ? '（原来 ' + size(told.before) + '），' : '，') + '相机写的位置和型号已去掉')),
          labelled('替代文字', alt, '看不见图的人读到的一句话，写图上有什么，不写“图片”')
        ], '放进去', function () {
          var text = alt.value.trim();
          if (text.length < 2) return '写一句图上有什么。';
          setTimeout(function () { then(told.src, text); });
          return undefined;
        });
        box.addEventListener('close', function () { URL.revokeObjectURL(url); resolve(); });
        alt.focus();
      });
    }).catch(failed);
  }

  function size(bytes) {
    return bytes < 1024 * 1024 ? Math.ceil(bytes / 1024) + ' KB' : (bytes / 1024 / 1024).toFixed(1) + ' MB';
  }

  function pictureInText(src, alt) {
    choose('body');
    insert('\n![' + alt.replace(/[\[\]]/g, '') + '](' + src + ')\n');
  }

  // ---- 字段

  function fieldsOf(told) {
    if (!one.type) {
      return el('p', { class: 'said grave' }, '类型“' + (told.values.type || '') + '”站点里没有，填不成表：在编辑器里改 type，或请站点负责人看。');
    }
    var there = [];
    var more = [];
    one.type.fields.forEach(function (field) {
      if (field.key === 'id' || field.key === 'type') return;
      (field.need === 'always' || told.values[field.key] !== undefined ? there : more).push(field);
    });
    var box = el('div');
    box.appendChild(el('p', { class: 'help fileline' }, one.type.label + ' · ' + one.file + ' · 标识 ' + (told.values.id || '')));
    there.forEach(function (field) { box.appendChild(topField(field, told)); });
    var rest = el('details', { class: 'more' }, el('summary', {}, '其他可填的字段（' + more.length + '）'));
    more.forEach(function (field) { rest.appendChild(topField(field, told)); });
    if (more.length) box.appendChild(rest);
    var known = one.type.fields.map(function (field) { return field.key; });
    var own = Object.keys(told.values).filter(function (key) { return known.indexOf(key) < 0; });
    if (own.length) box.appendChild(el('p', { class: 'help' }, '表里没有、原样留着的字段：' + own.join('、')));
    return box;
  }

  function topField(field, told) {
    var value = told.values[field.key];
    return fieldBox(field, value === undefined ? '' : value, field.key, function (next) { edited(field.key, next); });
  }

  function fieldBox(field, value, path, change) {
    var id = unique();
    var saidBox = el('div', { id: id + 's' });
    var todo = el('div');
    var made;
    var held = el('div');
    var unrecorded = null;
    function build(now) {
      made = control(field, now, path, change, id);
      fill(held, made.node);
      made.focusable.setAttribute('aria-describedby', id + 's');
      if (!/^(FIELDSET|DIV)$/.test(made.focusable.tagName)) made.focusable.id = id;
      one.marks[path] = { said: saidBox, todo: todo, control: made.focusable };
    }
    build(value === '未载' && field.unrecorded ? '' : value);
    if (field.unrecorded) {
      var box = el('input', { type: 'checkbox', onchange: function () {
        held.hidden = box.checked;
        change(box.checked ? '未载' : made.get());
      } });
      box.checked = value === '未载';
      held.hidden = box.checked;
      unrecorded = el('label', { class: 'unrecorded' }, [box, '来源没有写（未载）']);
    }
    var isGroup = field.kind === 'record';
    var label = [field.label, ' ', field.need === 'always' ? el('span', { class: 'need' }, '必填') : null];
    return el('div', { class: wide(field) ? 'field wide' : 'field', 'data-field': path }, [
      isGroup ? el('span', { class: 'label', id: id + 'l' }, label) : el('label', { for: id }, label),
      field.help ? el('small', { class: 'help' }, field.help) : null,
      held, unrecorded, todo, saidBox
    ]);
  }

  function wide(field) {
    return field.kind === 'record' || field.many || field.kind === 'entry' || field.kind === 'web' || field.kind === 'file' || isLong(field);
  }

  function isLong(field) {
    return field.kind === 'text' && !field.pattern && (field.longest === undefined || field.longest > 40);
  }

  function list(value) {
    return Array.isArray(value) ? value : value === '' ? [] : [value];
  }

  /* 一个字段填的地方：node 放上网页，get 说现在是什么。 */
  function control(field, value, path, change, id) {
    if (field.kind === 'record') {
      if (typeof value === 'string' && value !== '') return oddText(field, value, path, change, id);
      return field.many ? groups(field, list(value), path, change) : group(field, value || {}, path, change, null);
    }
    if (field.kind === 'term' || field.kind === 'entry' || field.kind === 'choice' && field.many) {
      if (field.many) return chips(field, list(value), change, id);
      var words = field.kind === 'term' ? forms.words[field.words] : null;
      if (field.kind === 'choice' || words && words.length <= 15) {
        return select(field, text(value), change, words || field.choices.map(function (word) { return { key: word, label: word, names: [] }; }));
      }
      return single(field, text(value), change, id);
    }
    if (field.kind === 'choice') return select(field, text(value), change, field.choices.map(function (word) { return { key: word, label: word, names: [] }; }));
    if (field.many) return eachLine(value, change);
    if (field.kind === 'flag') return flag(value, change);
    if (field.kind === 'file') return fileField(text(value), path, change);
    var input = isLong(field) ? el('textarea', { rows: '1' }) : el('input', {
      type: 'text', inputmode: field.kind === 'number' ? 'decimal' : null, autocomplete: 'off',
      placeholder: field.kind === 'day' ? '如 2026-07-01' : field.kind === 'date' ? '如 2026、2026-07 或 2026-07-01' : null
    });
    input.value = text(value);
    if (isLong(field)) grows(input);
    quietly(input, function () { change(input.value.replace(/\s*\n\s*/g, ' ').trim()); });
    return { node: input, focusable: input, get: function () { return input.value.trim(); } };
  }

  function text(value) {
    return typeof value === 'string' ? value : Array.isArray(value) ? value.join('、') : '';
  }

  function grows(area) {
    function fit() {
      area.style.height = 'auto';
      area.style.height = Math.max(36, area.scrollHeight + 2) + 'px';
    }
    area.addEventListener('input', fit);
    one.fits.push(fit);
  }

  /* 该分项写的地方写着一句话。 */
  function oddText(field, value, path, change, id) {
    var input = el('input', { value: value });
    var box = el('div', {}, [el('div', { class: 'row' }, [input, button('改成分项填写', function () {
      made = control(field, field.many ? [] : {}, path, change, id);
      fill(box, made.node);
    })])]);
    var made = { get: function () { return input.value.trim(); } };
    quietly(input, function () { change(input.value.trim()); });
    return { node: box, focusable: input, get: function () { return made.get(); } };
  }

  function flag(value, change) {
    var box = el('input', { type: 'checkbox', onchange: function () { change(box.checked ? 'true' : ''); } });
    box.checked = value === 'true';
    return { node: box, focusable: box, get: function () { return box.checked ? 'true' : ''; } };
  }

  function eachLine(value, change) {
    var area = el('textarea', { rows: '1', placeholder: '一行一个' });
    area.value = list(value).map(text).join('\n');
    grows(area);
    function items() {
      return area.value.split('\n').map(function (line) { return line.trim(); }).filter(Boolean);
    }
    quietly(area, function () { change(items()); });
    return { node: area, focusable: area, get: items };
  }

  function byName(words, name) {
    return words.filter(function (word) { return word.key === name || word.label === name || word.names.indexOf(name) >= 0; })[0];
  }

  /* 状态和公开范围写词的代号，别的写词本身；已经写着代号的还写代号。 */
  function written(field, word, before) {
    return before === word.key || /^(status|access)$/.test(field.words || '') ? word.key : word.label;
  }

  function select(field, value, change, words) {
    var now = byName(words, value);
    var box = el('select', {}, [el('option', { value: '' }, '（没有选）')].concat(words.map(function (word) {
      return el('option', { value: word.key, selected: word === now }, word.label);
    }), value && !now ? [el('option', { value: value, selected: true }, value + '（不在词表里）')] : []));
    function chosen() {
      var word = byName(words, box.value);
      return word === now && now ? value : word ? written(field, word, now && now.key === value && word ? word.key : '') : box.value;
    }
    box.addEventListener('change', function () { change(chosen()); });
    return { node: box, focusable: box, get: chosen };
  }

  /* 打字就找：汉字、拼音或首字母。 */
  function picker(field, pick, placeholder) {
    var id = unique();
    var input = el('input', {
      type: 'text', role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-controls': id, autocomplete: 'off', placeholder: placeholder || null
    });
    var options = el('ul', { class: 'options', role: 'listbox', id: id, hidden: true, 'aria-label': '可选的' });
    var at = -1;
    var shown = [];
    var turn = 0;
    function show(found) {
      shown = found;
      at = found.length ? 0 : -1;
      fill(options, found.map(function (option, n) {
        var item = el('li', { role: 'option', id: id + '-' + n, 'aria-selected': String(n === at) }, [
          option.label, option.note ? el('small', {}, option.note) : null
        ]);
        item.addEventListener('mousedown', function (event) {
          event.preventDefault();
          take(n);
        });
        return item;
      }));
      options.hidden = !found.length;
      input.setAttribute('aria-expanded', String(!options.hidden));
      point();
    }
    function point() {
      Array.prototype.forEach.call(options.children, function (item, n) { item.setAttribute('aria-selected', String(n === at)); });
      if (at >= 0 && !options.hidden) {
        input.setAttribute('aria-activedescendant', id + '-' + at);
        options.children[at].scrollIntoView({ block: 'nearest' });
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }
    function hide() { show([]); }
    function take(n) {
      var option = shown[n];
      hide();
      pick(option, input);
    }
    function look() {
      turn += 1;
      var mine = turn;
      find(field, input.value.trim()).then(function (found) { if (mine === turn) show(found); }).catch(failed);
    }
    quietly(input, look);
    // 键盘走到这里不展开：展开的会盖住下面的。
    input.addEventListener('click', look);
    input.addEventListener('blur', function () { turn += 1; hide(); });
    input.addEventListener('keydown', function (event) {
      if (event.isComposing) return;
      if (event.key === 'ArrowDown' && !shown.length) {
        event.preventDefault();
        look();
      } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length) {
        event.preventDefault();
        at = (at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length;
        point();
      } else if (event.key === 'Enter' && shown.length) {
        event.preventDefault();
        take(at);
      } else if (event.key === 'Escape' && !options.hidden) {
        event.preventDefault();
        event.stopPropagation();
        hide();
      }
    });
    return { node: el('div', { class: 'pickbox' }, [input, options]), input: input };
  }

  function find(field, typed) {
    if (field.kind === 'entry') {
      if (!typed) return Promise.resolve([]);
      return get('find', { q: typed, type: field.to || '', from: one.file }).then(function (told) {
        return told.found.map(function (hit) {
          titles[hit.id] = hit.title;
          return { key: hit.id, label: hit.title, note: hit.type + ' · ' + hit.id, link: hit.link };
        });
      });
    }
    var words = field.kind === 'term' ? forms.words[field.words] : field.choices.map(function (word) {
      return { key: word, label: word, names: [], sound: '' };
    });
    var low = typed.toLowerCase();
    var first = [];
    var later = [];
    words.forEach(function (word) {
      var names = [word.label].concat(word.names);
      if (names.some(function (name) { return name.toLowerCase().indexOf(low) === 0; })) first.push(word);
      else if (names.some(function (name) { return name.toLowerCase().indexOf(low) > 0; }) || /^[a-z]+$/.test(low) && word.sound.indexOf(low) >= 0) later.push(word);
    });
    return Promise.resolve(first.concat(later).slice(0, 60));
  }

  var titles = {};

  function nameOf(field, value, node) {
    if (field.kind !== 'entry' || value === '未载') return;
    if (titles[value]) {
      node.textContent = titles[value];
      return;
    }
    get('find', { q: value, type: '', from: one.file }).then(function (told) {
      told.found.forEach(function (hit) { titles[hit.id] = hit.title; });
      if (titles[value]) node.textContent = titles[value];
    }).catch(function () { /* 就写标识 */ });
  }

  function chips(field, values, change, id) {
    var now = values.map(text);
    var row = el('div', { class: 'chips' });
    var made = picker(field, function (option, input) {
      input.value = '';
      var word = field.kind === 'entry' ? option.key : written(field, option, '');
      if (now.indexOf(word) < 0) now.push(word);
      drawChips();
      change(now.slice());
    }, field.kind === 'entry' ? '打标题找一篇' : '打字或拼音首字母选，可以几个');
    function drawChips() {
      fill(row, now.map(function (value, n) {
        var name = el('span', {}, value);
        nameOf(field, value, name);
        return el('span', { class: 'chip' }, [name, button('✕', function () {
          now.splice(n, 1);
          drawChips();
          made.input.focus();
          change(now.slice());
        }, { 'aria-label': '去掉' + value })]);
      }));
    }
    drawChips();
    return { node: el('div', {}, [row, made.node]), focusable: made.input, get: function () { return now.slice(); } };
  }

  function single(field, value, change, id) {
    var now = value;
    var note = el('small', { class: 'help' });
    var made = picker(field, function (option, input) {
      now = field.kind === 'entry' ? option.key : written(field, option, '');
      input.value = now;
      nameOf(field, now, note);
      change(now);
    }, field.kind === 'entry' ? '打标题找一篇' : '打字或拼音首字母选');
    made.input.value = value;
    if (value) nameOf(field, value, note);
    quietly(made.input, function () {
      now = made.input.value.trim();
      note.textContent = '';
      change(now);
    });
    return { node: el('div', {}, [made.node, note]), focusable: made.input, get: function () { return now; } };
  }

  function fileField(value, path, change) {
    var input = el('input', { value: value, autocomplete: 'off' });
    var chooser = el('input', { type: 'file', accept: 'image/*', hidden: true, 'aria-label': '选图片' });
    chooser.addEventListener('change', function () {
      var file = chooser.files[0];
      chooser.value = '';
      if (!file) return;
      takePicture(file, function (src, alt) {
        input.value = src;
        change(src);
        var beside = one.marks[path.replace(/[^.]*$/, 'alt')];
        if (beside && !beside.control.value) {
          beside.control.value = alt;
          beside.control.dispatchEvent(new Event('input'));
        }
      });
    });
    quietly(input, function () { change(input.value.trim()); });
    return {
      node: el('div', { class: 'row' }, [input, button('选图片', function () { chooser.click(); }), chooser]),
      focusable: input, get: function () { return input.value.trim(); }
    };
  }

  function group(field, value, path, change, tail) {
    var now = Object.assign({}, value);
    var box = el('fieldset', { class: 'group' }, el('legend', { class: 'skip' }, field.label));
    var grid = el('div', { class: 'pairs' });
    field.fields.forEach(function (each) {
      grid.appendChild(fieldBox(each, now[each.key] === undefined ? '' : now[each.key], path + '.' + each.key, function (next) {
        if (next === '' || Array.isArray(next) && !next.length || next && typeof next === 'object' && !Object.keys(next).length) delete now[each.key];
        else now[each.key] = next;
        change(Object.assign({}, now));
      }));
    });
    box.appendChild(grid);
    if (tail) box.appendChild(tail);
    return { node: box, focusable: box, get: function () { return Object.assign({}, now); } };
  }

  function groups(field, values, path, change) {
    var now = values.map(function (value) { return value && typeof value === 'object' ? value : {}; });
    var box = el('div', { role: 'group', 'aria-label': field.label });
    var rows = el('div');
    function changed() {
      change(now.filter(function (each) { return Object.keys(each).length; }));
    }
    function move(from, to) {
      now.splice(to, 0, now.splice(from, 1)[0]);
      drawRows();
      changed();
    }
    function drawRows() {
      Object.keys(one.marks).forEach(function (key) { if (key.indexOf(path + '.') === 0) delete one.marks[key]; });
      fill(rows, now.map(function (value, n) {
        var tail = el('div', { class: 'ends' }, [
          n > 0 ? button('上移', function () { move(n, n - 1); }, { class: 'small quiet' }) : null,
          button('删去这一项', function () {
            now.splice(n, 1);
            drawRows();
            changed();
            add.focus();
          }, { class: 'small quiet', 'aria-label': '删去' + field.label + '的第 ' + (n + 1) + ' 项' })
        ]);
        return group(Object.assign({}, field, { label: field.label + ' 第 ' + (n + 1) + ' 项' }), value, path + '.' + n, function (next) {
          now[n] = next;
          changed();
        }, tail).node;
      }));
      if (one.tab === 'fields') one.fits.splice(0).forEach(function (fit) { fit(); });
    }
    var add = button('加一项' + field.label, function () {
      now.push({});
      drawRows();
      var first = rows.lastChild.querySelector('input, textarea, select');
      if (first) first.focus();
    }, { class: 'small' });
    drawRows();
    box.appendChild(rows);
    box.appendChild(add);
    return { node: box, focusable: box, get: function () { return now.slice(); } };
  }

  var NOT_IN_THE_FORM = { id: '标识', type: '类型' };

  function marksOf(toDo) {
    var unseen = [];
    Object.keys(toDo).forEach(function (path) {
      if (!one.marks[path]) unseen.push(toDoLine(path, (NOT_IN_THE_FORM[path] || path) + '：' + toDo[path].join('；'), one.fieldsPane));
    });
    fill(one.unseen, unseen);
    Object.keys(one.marks).forEach(function (path) {
      if (path.indexOf('.') >= 0) return;
      fill(one.marks[path].todo, toDo[path] && !one.looked[path]
        ? [toDoLine(path, toDo[path].join('；'), one.marks[path].control)] : []);
    });
    one.toDo = Object.keys(toDo).length;
    drawFindings();
  }

  function toDoLine(path, words, then) {
    var line = el('div', { class: 'todo' }, [el('span', {}, words), button('核对过了', function () {
      one.looked[path] = true;
      line.remove();
      then.focus();
      touched();
    }, { class: 'small', 'aria-label': '核对过了：' + path })]);
    return line;
  }

  // ---- 拖进来的，和离开

  ['dragover', 'drop'].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var types = event.dataTransfer ? Array.prototype.slice.call(event.dataTransfer.types) : [];
      if (types.indexOf('Files') < 0) return;
      event.preventDefault();
      document.body.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop' && dropped && event.dataTransfer.files.length) dropped(event.dataTransfer.files);
    });
  });
  document.addEventListener('dragleave', function (event) {
    if (!event.relatedTarget) document.body.classList.remove('over');
  });

  document.addEventListener('compositionstart', function () { if (one) one.composing = true; });
  document.addEventListener('compositionend', function () { if (one) one.composing = false; });
  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key === 's' && !event.isComposing) {
      event.preventDefault();
      if (one) save();
    }
  });
  window.addEventListener('beforeunload', function (event) {
    if (!isDirty() && !(one && one.sending)) return;
    keep('zhibu-edit:' + one.file, JSON.stringify(unsent()));
    event.preventDefault();
    event.returnValue = '';
  });
  document.addEventListener('visibilitychange', function () {
    if (document.hidden && one && !one.composing) send().catch(function () { /* 说过了 */ });
  });

  saveButton.addEventListener('click', function () { save(); });
  submitButton.addEventListener('click', submit);
  discardButton.addEventListener('click', discard);
  backButton.addEventListener('click', function () { location.hash = ''; });

  function route() {
    alarm('');
    var file = decodeURIComponent(location.hash.slice(1));
    if (file && file !== 'main') open(file);
    else showList();
  }

  say('正在读站点…');
  get('forms').then(function (told) {
    forms = told;
    window.addEventListener('hashchange', route);
    route();
  }).catch(function (wrong) {
    say('');
    failed(wrong);
  });
})();
