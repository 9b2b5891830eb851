// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchPage } from "../../../src/console/watch-page.ts";

const look = vi.fn();
let end: AbortController;

beforeEach(() => {
  look.mockClear();
  end = new AbortController();
  watchPage(look, end.signal);
});

afterEach(() => end.abort());

/** Observers are told after the script that changed something. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

test("a burst of changes anywhere on the page is one look", async () => {
  const section = document.createElement("section");
  document.body.append(section);
  section.append(document.createElement("p"), document.createElement("p"));
  await settle();
  expect(look).toHaveBeenCalledTimes(1);
});

test.each(["hashchange", "popstate"])(
  "another address (%s) is looked at without a change",
  (name) => {
    window.dispatchEvent(new Event(name));
    expect(look).toHaveBeenCalledTimes(1);
  },
);

test("after its end nothing is looked at any more", async () => {
  end.abort();
  document.body.append(document.createElement("p"));
  window.dispatchEvent(new Event("hashchange"));
  await settle();
  expect(look).not.toHaveBeenCalled();
});
