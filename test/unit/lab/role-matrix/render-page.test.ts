import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { packPageData } from "../../../../lab/role-matrix/pack-page-data.ts";
import { namesOf, unpackVersion } from "../../../../lab/role-matrix/page/page-data.ts";
import { renderPage } from "../../../../lab/role-matrix/render-page.ts";
import { newerMeasurement, olderMeasurement, sampleNames } from "./sample-measurements.ts";

const measurements = [olderMeasurement, newerMeasurement];
let html = "";

beforeAll(async () => {
  html = await renderPage(measurements, sampleNames);
});

/** What stands between a tag that begins so and its end. */
const inside = (begin: string, end: string) => html.split(begin)[1]?.split(end)[0] ?? "";
/** Not the page itself, which would fill the report of a failure. */
const found = (pattern: RegExp) => html.match(pattern)?.[0];
const dataText = () => inside('<script id="data" type="application/json">', "</script>");

test("asks no server for anything", () => {
  const addresses = [...html.matchAll(/\s(?:src|href|action|srcset|poster)="([^"]*)"/g)];
  expect(addresses.map(([, address]) => address)).toEqual(["data:,"]);
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
});

test("its data say again what was measured, and what calls are called", () => {
  const data = packPageData(measurements, sampleNames);
  expect(JSON.parse(dataText())).toEqual(data);
  const [newer, older] = data.versions;
  if (newer === undefined || older === undefined) throw new Error("A version is missing.");
  expect(unpackVersion(data, newer)).toEqual(newerMeasurement.matrix);
  expect(unpackVersion(data, older)).toEqual(olderMeasurement.matrix);
  expect(namesOf(data).get("PUT/users/{}/reset-password")).toBe("Reset a user's password");
});

test("the same measurements give the same bytes", async () => {
  expect(await renderPage(measurements, sampleNames)).toBe(html);
});
