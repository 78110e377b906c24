/* 复制引文：按钮由脚本添上。没有剪贴板可用时（如从 U 盘打开），替读者选中引文，按 Ctrl+C 就能复制。 */
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
