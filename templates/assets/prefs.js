/* 字号、明暗、对比：画出第一笔之前先照读者记下的摆好，按钮随后才添，没有脚本就没有死按钮。记不下来也不报错。 */
(() => {
  'use strict';
  const page = document.documentElement;
  const choices = {
    size: { title: '字号', values: ['s', '', 'l', 'xl'], words: ['小', '中', '大', '特大'] },
    theme: { title: '明暗', values: ['', 'light', 'dark'], words: ['随系统', '浅', '深'] },
    contrast: { title: '对比', values: ['', 'more'], words: ['平常', '高'] },
  };
  const names = Object.keys(choices);
  const kept = name => 'zhibu-' + name;

  function remembered(name) {
    try {
      return localStorage.getItem(kept(name)) || '';
    } catch (refused) {
      return '';
    }
  }

  function remember(name, value) {
    try {
      if (value) localStorage.setItem(kept(name), value);
      else localStorage.removeItem(kept(name));
    } catch (refused) {
      // 关了存储的浏览器只记到离开这一页
    }
  }

  function apply(name, value) {
    const known = choices[name].values.includes(value) ? value : '';
    if (known) page.setAttribute('data-' + name, known);
    else page.removeAttribute('data-' + name);
  }

  page.classList.add('js');
  names.forEach(name => apply(name, remembered(name)));

  function press(name) {
    const now = page.getAttribute('data-' + name) || '';
    document.querySelectorAll('.tools [data-name="' + name + '"]').forEach(button => {
      button.setAttribute('aria-pressed', button.getAttribute('data-value') === now);
    });
  }

  function group(name) {
    const { title, values, words } = choices[name];
    const box = document.createElement('div');
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', title);
    const label = document.createElement('span');
    label.textContent = title;
    box.append(label);
    values.forEach((value, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = words[i];
      button.setAttribute('data-name', name);
      button.setAttribute('data-value', value);
      button.addEventListener('click', () => {
        apply(name, value);
        remember(name, value);
        press(name);
      });
      box.append(button);
    });
    return box;
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('.tools').forEach(tools => {
      const only = (tools.getAttribute('data-only') || names.join(' ')).split(' ');
      only.forEach(name => tools.append(group(name)));
    });
    names.forEach(press);
  });
})();
