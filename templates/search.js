// The search page: form and address in, articles and statements out. Pagefind (pagefind.app) searches; what it finds is shown by the
// page's own templates and in its words. A record's ids say where its pieces begin (sitegen/render/search_records.py).
const form = document.querySelector("form[data-parts]");
const byId = (id) => document.getElementById(id);
const [said, named, list, more] = ["said", "named", "found", "more"].map(byId);
const phrases = byId("phrases").dataset;
const root = new URL(form.dataset.root, location.href);
const parts = form.dataset.parts.split(" ").filter(Boolean).map((part) => new URL(part, location.href));
const kinds = ["speaker", "topic", "publisher", "date"];
const pages = { speaker: "speakers/", topic: "topics/", publisher: "publishers/" };
const language = document.documentElement.lang;
const inOrder = new Intl.Collator(language).compare;
const number = new Intl.NumberFormat(language).format;
const AT_ONCE = 10, LOOKED_THROUGH = 30, STATEMENTS = 3, OPTIONS = 200, WORDS = 40, BEFORE = 12;

let pagefind, known, latest = 0;

// A filter's value is a key without spaces, a space, and its words.
const keyOf = (value) => value.slice(0, value.indexOf(" "));
const wordsOf = (value) => value.slice(value.indexOf(" ") + 1);

async function load() {
  pagefind = await import(new URL("pagefind.js", parts[0]));
  await pagefind.options({ baseUrl: "/" });
  await pagefind.init();
  for (const part of parts.slice(1)) await pagefind.mergeIndex(part.pathname, { baseUrl: "/" });
  known = await pagefind.filters();
}

const state = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));

function readAddress() {
  form.q.value = new URLSearchParams(location.search).get("q") ?? "";
  readFilters();
}

function readFilters() {
  const asked = new URLSearchParams(location.search);
  for (const kind of kinds) choose(kind, asked.get(kind) ?? "");
}

function writeAddress() {
  const query = new URLSearchParams(state()).toString();
  history.replaceState(null, "", location.pathname + (query ? `?${query}` : ""));
}

// A value that is not offered stays what it is: a link to it finds nothing rather than everything.
function choose(kind, key) {
  const select = form[kind];
  if (key && ![...select.options].some((option) => option.value === key)) select.add(new Option(labelOf(kind, key), key));
  select.value = key;
}

const valueOf = (kind, key) => Object.keys(known?.[kind] ?? {}).find((value) => keyOf(value) === key);
const labelOf = (kind, key) => wordsOf(valueOf(kind, key) ?? ` ${key}`);

function offer(kind, counts) {
  const select = form[kind], chosen = select.value;
  const often = Object.entries(counts ?? {}).filter(([value, count]) => count || keyOf(value) === chosen);
  often.sort((a, b) => b[1] - a[1]).splice(OPTIONS);
  const byDate = (a, b) => (a[0] < b[0] ? 1 : -1), byName = (a, b) => inOrder(wordsOf(a[0]), wordsOf(b[0]));
  often.sort(kind === "date" ? byDate : byName);
  select.length = 1;
  for (const [value, count] of often) select.add(new Option(`${wordsOf(value)} (${number(count)})`, keyOf(value)));
  choose(kind, chosen);
}

async function search() {
  const turn = ++latest, asked = state(), filters = {};
  writeAddress();
  for (const kind of kinds) if (asked[kind]) filters[kind] = valueOf(kind, asked[kind]) ?? asked[kind];
  const any = Object.keys(asked).length > 0;
  // without words all are equal, oldest first in each part of the index
  const found = await pagefind.search(asked.q ?? null, { filters, sort: asked.q ? {} : { day: "asc" } });
  if (turn !== latest) return;
  if (!asked.q) found.results.reverse();
  const all = asked.q ? found.totalFilters : known;
  for (const kind of kinds) offer(kind, (asked[kind] ? all : found.filters)[kind]);
  list.replaceChildren();
  named.replaceChildren(...pagesNamed(asked.q ?? ""));
  said.textContent = any ? tell(found.results.length) : "";
  await show(any ? await ordered(found.results, asked, turn) : [], asked, turn);
}

const tell = (count) => (count ? phrases.count.replace("#", number(count)) : phrases.none);

// Whom and what the words name: the pages of speakers, topics and publishers.
function pagesNamed(query) {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  const fits = (value) => wanted.every((word) => plain(wordsOf(value)).split(/[\s\p{P}]+/u).some((part) => part.startsWith(word)));
  const all = Object.entries(pages).flatMap(([kind, folder]) => Object.entries(known[kind] ?? {}).map(([value, count]) => ({ folder, value, count })));
  const best = wanted.length ? all.filter(({ value }) => fits(value)).sort((a, b) => b.count - a.count) : [];
  return best.slice(0, AT_ONCE).map(({ folder, value }) => {
    const link = Object.assign(document.createElement("a"), { textContent: wordsOf(value), dir: "auto" });
    link.href = new URL(`${folder}${keyOf(value)}/`, root);
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
}

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// With a speaker and words, articles in which that speaker says the words come first.
async function ordered(results, asked, turn) {
  if (!asked.q || !asked.speaker) return results;
  const first = results.slice(0, LOOKED_THROUGH);
  const own = await Promise.all(first.map(async (result) => statementsOf(pieces(await result.data()), asked).length > 0));
  if (turn !== latest) return [];
  return [...first.filter((_, i) => own[i]), ...first.filter((_, i) => !own[i]), ...results.slice(LOOKED_THROUGH)];
}

async function show(results, asked, turn, focus = false) {
  const loaded = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
  if (turn !== latest) return;
  const items = loaded.map((data) => resultOf(data, asked));
  list.append(...items);
  if (focus) items[0]?.querySelector("a").focus();
  more.hidden = results.length <= AT_ONCE;
  more.onclick = () => show(results.slice(AT_ONCE), asked, turn, true);
}

// A record as its pieces: each with its words, those that were found among them by number, and what its id says.
function pieces(data) {
  const text = data.raw_content ?? data.content;
  const words = (text.includes("\u200b") ? text.split("\u200b") : text.split(/\s+/)).map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  const hits = new Set(data.locations);
  const starts = data.anchors.filter(({ id }) => /^(text|who|said)\b/.test(id)).sort((a, b) => a.location - b.location);
  return starts.map(({ id, location }, i) => {
    const [kind, ...about] = id.split("|"), end = starts[i + 1]?.location ?? words.length;
    const mine = words.slice(location, end).map((word, at) => ({ word, hit: hits.has(location + at) }));
    return { kind, about, words: mine, who: starts[i - 1]?.text ?? "", hit: mine.some(({ hit }) => hit) };
  });
}

function statementsOf(found, { q, speaker }) {
  return found.filter(({ kind, about, hit }) => kind === "said" && (q ? hit : speaker) && (!speaker || about[2] === speaker));
}

function resultOf(data, asked) {
  const item = byId("result").content.cloneNode(true).firstElementChild;
  const part = (name) => item.querySelector(`[data-${name}]`);
  const found = pieces(data), text = found.find(({ kind }) => kind === "text");
  const page = new URL(data.url.replace(/^\//, ""), root), [lang, day] = text.about;
  part("title").textContent = data.meta.title;
  part("title").href = page;
  part("date").append(day ? Object.assign(document.createElement("time"), { textContent: data.meta.date, dateTime: day }) : data.meta.date);
  part("publishers").textContent = data.meta.publishers ?? "";
  fill(part("words"), around(text.words));
  if (lang !== language) item.lang = lang;
  item.append(...statementsOf(found, asked).slice(0, STATEMENTS).map((piece) => statementOf(piece, page)));
  return item;
}

// A statement is shown whole: without its quotation marks or the word that reports it, it would be another one.
function statementOf({ about: [anchor, manner], words, who }, page) {
  const card = byId("statement").content.cloneNode(true).firstElementChild;
  card.classList.add(manner);
  for (const pill of card.querySelectorAll(".pill")) if (!pill.classList.contains(manner)) pill.remove();
  card.querySelector("[data-who]").textContent = who;
  card.querySelector(who ? "[data-unknown]" : "[data-who]").remove();
  card.querySelector("a").href = new URL(`#${anchor}`, page);
  fill(card.querySelector("a"), words);
  return card;
}

// The words around the first that was found, or the first ones.
function around(words) {
  const start = Math.max(words.findIndex(({ hit }) => hit) - BEFORE, 0), end = start + WORDS;
  const ellipsis = { word: "…", hit: false };
  return [...(start ? [ellipsis] : []), ...words.slice(start, end), ...(end < words.length ? [ellipsis] : [])];
}

function fill(element, words) {
  for (const { word, hit } of words) {
    if (element.lastChild) element.append(" ");
    element.append(...(hit ? marked(word) : [word]));
  }
}

function marked(word) {
  const [, before, core, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
  return [before, Object.assign(document.createElement("mark"), { textContent: core }), after];
}

function begin() {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon();
  });
  form.addEventListener("input", soon);
  addEventListener("popstate", () => {
    readAddress();
    search();
  });
}

async function start() {
  if (!parts.length) return (said.textContent = phrases.none);
  await load();
  readFilters(); // not the words: a reader may have begun to write
  begin();
  await search();
}

readAddress();
form.hidden = false;
said.textContent = phrases.waiting;
start().catch((error) => {
  console.error(error);
  said.textContent = phrases.failed;
});
