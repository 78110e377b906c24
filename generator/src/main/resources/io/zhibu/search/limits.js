/* What bounds a question, and what the client says of it. */
var VERSION = 7, TIMEOUT = 20000, LONGEST = 256, MOST_WORDS = 48, RERANKED = 20, PHRASE_TEXTS = 50, PLACES = 3;
// Pages with their titles in one file, as many in a large site, pages whose order stands in one.
var TITLES = 8, MANY_TITLES = 32, ORDERED = 4096;
// Of the characters of GB 2312, which stand in the order of their readings up to here.
var FIRST_LEVEL = 3755;
// The file with what few questions need of the program; its name is put in where this one is made.
var MORE = 'MORE';
var WORDS = 0, NAMES = 1, HAN = 1, LETTER = 2, GAP = 0;
var fround = Math.fround;
