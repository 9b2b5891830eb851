// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { coverStockTab } from "../../../src/console/cover-stock-tab.ts";
import { ownMark } from "../../../src/console/own-tab.ts";

const isMarked = () => document.documentElement.hasAttribute(`${ownMark}-covers`);

test("the console's tab is covered and shown again by a mark, with one sheet beside those of the page", () => {
  const sheetOfPage = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheetOfPage];

  // Nothing is added to a page on which no own tab was opened.
  coverStockTab(false);
  expect(isMarked()).toBe(false);
  expect(document.adoptedStyleSheets).toEqual([sheetOfPage]);

  coverStockTab(true);
  coverStockTab(true);
  expect(isMarked()).toBe(true);
  const sheets = document.adoptedStyleSheets;
  expect(sheets).toHaveLength(2);
  expect(sheets[0]).toBe(sheetOfPage);

  coverStockTab(false);
  expect(isMarked()).toBe(false);
  coverStockTab(true);
  expect(isMarked()).toBe(true);
  expect(document.adoptedStyleSheets).toEqual(sheets);

  // Each rule asks for the mark, so that without it nothing looks different.
  const rules = [...(sheets[1]?.cssRules ?? [])];
  expect(rules).toHaveLength(2);
  for (const { cssText } of rules) expect(cssText).toContain(`html[${ownMark}-covers] `);
  expect(document.querySelector("style")).toBeNull();
});
