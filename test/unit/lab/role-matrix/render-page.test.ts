import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { renderPage } from "../../../../lab/role-matrix/render-page.ts";
import { samplePage } from "./sample-page.ts";

let html = "";

beforeAll(async () => {
  html = await renderPage(samplePage);
});

/** What stands between a tag that begins so and its end. */
const inside = (begin: string, end: string) => html.split(begin)[1]?.split(end)[0] ?? "";
/** Not the page itself, which would fill the report of a failure. */
const found = (pattern: RegExp) => html.match(pattern)?.[0];
const dataText = () => inside('<script id="data" type="application/json">', "</script>");

test("sends no requests: it loads nothing, and links only to files beside it", () => {
  const addresses = [...html.matchAll(/\s(?:src|href|action|srcset|poster)="([^"]*)"/g)];
  expect(new Set(addresses.map(([, address]) => address))).toEqual(
    new Set([
      "data:,",
      "../README.md",
      "../LICENSE",
      "role-matrix.md",
      "presets.md",
      "measuring.md",
    ]),
  );
  expect(
    found(/\burl\(|@import|\bimport\(|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/),
  ).toBeUndefined();
  expect(inside('Content-Security-Policy" content="', '"')).toMatch(/^default-src 'none'; /);
});

test("its policy allows its own style and script, and no others", () => {
  const hashOf = (text: string) => createHash("sha256").update(text).digest("base64");
  const policy = inside('Content-Security-Policy" content="', '"');
  expect(policy).toContain(`style-src 'sha256-${hashOf(inside("<style>", "</style>"))}'`);
  const script = inside('<script type="module">', "</script>");
  expect(script.length).toBeGreaterThan(1000);
  expect(policy).toContain(`script-src 'sha256-${hashOf(script)}'`);
});

test("never makes markup of data", () => {
  expect(found(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/)).toBeUndefined();
  expect(dataText()).not.toContain("<");
  expect(dataText()).toContain("\\u003c/script>\\u003cb>");
  expect(JSON.parse(dataText())).toEqual(samplePage);
});

test("the same data give the same bytes", async () => {
  expect(await renderPage(samplePage)).toBe(html);
});
