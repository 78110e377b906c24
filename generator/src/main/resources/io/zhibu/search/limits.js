/* What bounds a question, and what the client says of it. */
var VERSION = 2, TIMEOUT = 20000, LONGEST = 256, MOST_WORDS = 48, RERANKED = 20, PHRASE_TEXTS = 50, SNIPPET = 96;
// Of the files: pages with their titles in one, names in one, pages with their lengths in one; so many titles are fetched before lengths are.
var TITLES = 8, NAMES_A_PIECE = 256, LENGTHS = 4096, FEW_TITLES = 64;
var WORDS = 0, NAMES = 1, HAN = 1, LETTER = 2, GAP = 0;
var fround = Math.fround;
var SAYS = {
    cut: '问话太长，只用了前 256 个字',
    terms: '词太多，只用了前 48 个',
    'no-words': '没有可查的字',
    'only-excluded': '只有要排除的词，请再写一个要找的词',
    homophones: '没有条目含全部的词，按读音找到这些',
    characters: '没有条目含这些词，列出名称里有其中的字的',
    some: '没有条目含全部的词，列出含一部分的',
    'phrase-stopped': '引号里的话只核对了前 50 篇'
};
