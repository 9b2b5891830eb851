import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchLanguage } from "../../../src/console/watch-language.ts";

/** Tells what the page has loaded, as the browser does. */
let load: (...addresses: readonly string[]) => void;
let isWatching: boolean;

beforeEach(() => {
  isWatching = false;
  class FakeObserver {
    constructor(onEntries: (list: { readonly getEntries: () => readonly object[] }) => void) {
      load = (...addresses) => {
        const entries = addresses.map((name) => ({ name }));
        if (isWatching) onEntries({ getEntries: () => entries });
      };
    }
    observe(options: object) {
      // What was loaded before is told too.
      expect(options).toEqual({ type: "resource", buffered: true });
      isWatching = true;
    }
    disconnect() {
      isWatching = false;
    }
  }
  vi.stubGlobal("PerformanceObserver", FakeObserver);
});

afterEach(() => vi.unstubAllGlobals());

function watch(adminBaseUrl = "https://kc/auth", signal = new AbortController().signal) {
  const tags: string[] = [];
  watchLanguage(adminBaseUrl, (tag) => tags.push(tag), signal);
  return tags;
}

const texts = (tag: string) => `https://kc/auth/resources/demo/admin/${tag}`;

test("the language is the one that the console loads texts in, beside English", () => {
  const tags = watch();
  load("https://kc/auth/admin/serverinfo", texts("en"));
  expect(tags).toEqual([]);
  load(texts("pt-BR"));
  expect(tags).toEqual(["pt-BR"]);
});

test("it is reported once", () => {
  const tags = watch("https://kc/auth/");
  load(texts("de"), texts("fr"));
  load(texts("ja"));
  expect(tags).toEqual(["de"]);
  expect(isWatching).toBe(false);
});

test("other servers' addresses, and other addresses of this server, give no language", () => {
  const tags = watch();
  load("https://other/auth/resources/demo/admin/de", `${texts("de")}/more`, texts("a b"));
  expect(tags).toEqual([]);
});

test("after its end nothing is reported", () => {
  const end = new AbortController();
  const tags = watch("https://kc/auth", end.signal);
  end.abort();
  load(texts("de"));
  expect(tags).toEqual([]);
});
