"use strict";
/* The live preview in the browser. One shared worker listens for all open tabs (a browser opens six connections to a
   host, an event stream holds one for good); where there is none, each visible tab listens for itself.
   The server's messages are described in bulletin.py. Nothing of them is ever read as HTML. */
(() => {
  const EVENTS = "/.sitegen/events";

  /** Keeps what the server said, and tells it after each event; null while there is no connection. */
  function listen(tell) {
    let source;
    let over = false;
    const stream = { state: null, close: () => ((over = true), source.close()) };
    const on = (name, take) =>
      source.addEventListener(name, (event) => {
        const data = JSON.parse(event.data);
        if (name !== "state" && !stream.state) return;
        take(data);
        tell(stream.state);
      });
    const change = (data) => {
      stream.state.version = data.version;
      stream.state.changes = [...stream.state.changes, [data.version, data.paths]].slice(-50);
    };
    const open = () => {
      if (over) return;
      source = new EventSource(EVENTS);
      on("state", (data) => (stream.state = data));
      on("reload", change);
      on("css", change);
      on("errors", (data) => (stream.state.wrong = data));
      on("clear", () => (stream.state.wrong = { build: 0, errors: [] }));
      source.onerror = () => {
        stream.state = null;
        if (source.readyState === EventSource.CLOSED) setTimeout(open, 1000);
      };
    };
    open();
    return stream;
  }

  if (typeof document === "undefined") {
    const channel = new BroadcastChannel("sitegen-preview");
    const stream = listen((state) => channel.postMessage(state));
    onconnect = ({ ports: [port] }) => {
      const answer = () => stream.state && port.postMessage(stream.state);
      port.onmessage = answer;
      answer();
    };
    return;
  }

  const script = document.currentScript;
  let version = Number(script.dataset.version);

  /** The file of output/ behind an address of this site. */
  function file(address) {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) return null;
    try {
      const path = decodeURIComponent(url.pathname).slice(1);
      return path === "" || path.endsWith("/") ? path + "index.html" : path;
    } catch {
      return null;
    }
  }

  /** The files that this page shows: itself and all that it has loaded. */
  function shown() {
    const here = file(location.href);
    const files = new Set([script.dataset.page, here, here + "/index.html"]);
    for (const { name, initiatorType } of performance.getEntriesByType("resource"))
      if (initiatorType !== "iframe") files.add(file(name)); // a frame follows the site by itself
    for (const { src } of document.querySelectorAll("[src]:not(iframe)")) src && files.add(file(src));
    for (const { href } of document.querySelectorAll('link[rel~="stylesheet"], link[rel~="icon"]')) files.add(file(href));
    return files;
  }

  /** Puts the new style sheet beside the old one, which goes when the new one is there. False: no link to it here. */
  function restyle(path) {
    const links = [...document.querySelectorAll('link[rel~="stylesheet"]:not([data-sitegen-old])')];
    const old = links.filter((link) => file(link.href) === path);
    for (const link of old) {
      const url = new URL(link.href);
      url.searchParams.set("sitegen", version);
      const fresh = link.cloneNode();
      link.dataset.sitegenOld = "";
      fresh.href = url.href;
      fresh.onload = fresh.onerror = () => link.remove();
      link.after(fresh);
    }
    return old.length > 0;
  }

  let stale = false;
  function update(state) {
    if (stale) return;
    show(state.wrong);
    const news = state.changes.filter(([number]) => number > version);
    stale = version < state.oldest || !take(news.map(([, paths]) => paths));
    version = Math.max(version, state.version);
    if (stale) location.reload();
  }

  /** Shows what changed without loading the page again, if that can be done. */
  function take(changes) {
    if (changes.length && script.dataset.page === "*") return false;
    if (changes.includes(null)) return false;
    const files = shown();
    const mine = [...new Set(changes.flat())].filter((path) => files.has(path));
    if (mine.some((path) => !path.endsWith(".css"))) return false;
    return mine.map(restyle).every(Boolean);
  }

  const STYLE = `
    :host { all: initial; position: fixed; inset: 0; z-index: 2147483647; overflow: auto; display: block;
      background: #171614; color: #ece8df; font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 80ch; margin: 0 auto; padding: 32px 16px; }
    h1 { font-size: 20px; margin: 0 0 16px; }
    section { border-inline-start: 4px solid #f0957c; padding: 4px 16px; margin: 0 0 24px; }
    p { margin: 0 0 4px; overflow-wrap: anywhere; }
    pre { margin: 8px 0; overflow-x: auto; font: 14px/1.4 ui-monospace, monospace; background: #22201d; padding: 8px; }
    .place, .hint { color: #aaa294; }
    button { font: inherit; float: inline-end; padding: 4px 12px; color: inherit; background: #3b3832; border: 0; cursor: pointer; }`;
  let overlay = null;
  let dismissed = 0;
  let now = "";

  /** Shows errors over the page, as text; a new build's errors come back after they were closed. */
  function show(wrong) {
    if (JSON.stringify(wrong) === now) return;
    now = JSON.stringify(wrong);
    hide();
    if (!wrong.errors.length || wrong.build === dismissed) return;
    const make = (tag, text, ...inner) => {
      const element = document.createElement(tag);
      element.append(text, ...inner);
      return element;
    };
    const close = make("button", "Close");
    close.onclick = () => hide((dismissed = wrong.build));
    const title = `${wrong.total} ${wrong.total === 1 ? "error" : "errors"}`;
    const main = make("main", close, make("h1", title));
    for (const { place, message, source, carets, hint } of wrong.errors) {
      const section = make("section", make("p", place), make("p", message));
      section.firstChild.className = "place";
      if (source) section.append(make("pre", `${source}\n${carets}`));
      if (hint) section.append(make("p", hint));
      if (hint) section.lastChild.className = "hint";
      main.append(section);
    }
    const more = wrong.total - wrong.errors.length;
    if (more > 0) main.append(make("p", `and ${more} more`));
    main.setAttribute("role", "alert");
    overlay = document.createElement("sitegen-errors");
    const root = overlay.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(main);
    document.documentElement.append(overlay);
  }

  function hide() {
    overlay?.remove();
    overlay = null;
  }
  addEventListener("keydown", (event) => event.key === "Escape" && overlay && hide((dismissed = JSON.parse(now).build)));

  /** Without a worker: listens while the page can be seen, and catches up when it is seen again. */
  function alone() {
    let stream = null;
    const look = () => {
      if (document.hidden) stream = stream?.close();
      else stream ??= listen(update);
    };
    document.addEventListener("visibilitychange", look);
    look();
  }

  try {
    const worker = new SharedWorker(script.src, "sitegen-preview");
    worker.onerror = () => (alone(), (worker.onerror = null));
    worker.port.onmessage = ({ data }) => update(data);
    new BroadcastChannel("sitegen-preview").onmessage = ({ data }) => update(data);
    addEventListener("pageshow", (event) => event.persisted && worker.port.postMessage("again"));
  } catch {
    alone();
  }
})();
