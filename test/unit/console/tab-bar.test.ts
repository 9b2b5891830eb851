// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { itemOf, unexpected } from "../../../src/console/tab-bar.ts";

test("a tab's item is the item of the bar that contains its link", () => {
  document.body.innerHTML = '<ul><li id="item"><span><a>Tab</a></span></li></ul><a id="alone"></a>';
  expect(itemOf(document.querySelector("li a"))).toBe(document.querySelector("#item"));
  expect(itemOf(document.querySelector("#alone"))).toBeNull();
  expect(itemOf(null)).toBeNull();
});

test("a page that is built otherwise says why nothing is added to it", () => {
  expect(unexpected("client page")).toEqual({
    kind: "unexpected",
    reason: "the tabs of the client page are unexpected",
  });
});
