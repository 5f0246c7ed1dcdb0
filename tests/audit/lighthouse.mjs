// Lighthouse on one page after another, in a fresh browser each time: stdin {"flags": […], "runs": 3, "pages": ["http://…"]}, stdout a line of JSON for each page.
// All categories once, then performance alone: the others do not differ from run to run. A page without scripts is at rest as soon as it is drawn, so pauses are short.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const PAUSE = 250; // ms
const TRIES = 3; // of a run in which the browser recorded nothing: Lighthouse asks to be run again
const FINE = 0.9; // of an audit's score
const SETTINGS = {
  disableFullPageScreenshot: true,
  skipAudits: ["screenshot-thumbnails", "final-screenshot"],
  pauseAfterFcpMs: PAUSE,
  pauseAfterLoadMs: PAUSE,
  networkQuietThresholdMs: PAUSE,
  cpuQuietThresholdMs: PAUSE,
};

const asked = JSON.parse(await text(process.stdin));
const profile = mkdtempSync(join(tmpdir(), "sitegen-lighthouse-"));
const chrome = await launch({
  chromePath: asked.browser,
  chromeFlags: asked.flags,
  userDataDir: profile,
  ignoreDefaultFlags: true,
});

async function measured(page, categories) {
  const options = { port: chrome.port, onlyCategories: categories, logLevel: "silent", output: "json" };
  for (let tried = 1; ; tried++) {
    const { lhr } = await lighthouse(page, options, { extends: "lighthouse:default", settings: SETTINGS });
    if (!lhr.runtimeError) return lhr;
    if (tried === TRIES) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  }
}

function failures(lhr) {
  return Object.values(lhr.categories).flatMap((category) =>
    category.auditRefs
      .filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < FINE)
      .map((ref) => `${category.id}: ${ref.id}: ${lhr.audits[ref.id].title} ${told(lhr.audits[ref.id])}`.trim()),
  );
}

// What an audit says besides its title: a figure, the first nodes.
function told(audit) {
  const nodes = (audit.details?.items ?? []).map((item) => item.node?.snippet).filter(Boolean);
  return [audit.displayValue, ...nodes.slice(0, 3)].filter(Boolean).join(" ");
}

try {
  for (const page of asked.pages) {
    const first = await measured(page, CATEGORIES);
    const runs = [first];
    while (runs.length < asked.runs) runs.push(await measured(page, ["performance"]));
    const performance = runs.map((lhr) => lhr.categories.performance.score);
    const scores = Object.fromEntries(CATEGORIES.map((name) => [name, first.categories[name].score]));
    process.stdout.write(JSON.stringify({ page, scores, performance, failures: failures(first) }) + "\n");
  }
} finally {
  chrome.kill();
  rmSync(profile, { recursive: true, force: true });
}
