import { expect, test } from "vitest";
import {
  askBeforeBack,
  type HistoryView,
} from "../../../../src/console/history/ask-before-back.ts";

const list = "https://kc.example.org/admin/master/console/#/demo/clients/service-accounts";
const home = "https://kc.example.org/admin/master/console/#/demo";

interface Entry {
  readonly href: string;
  readonly state: unknown;
}

/** A window whose person came from the realm's home to the list. */
class OpenedList extends EventTarget implements HistoryView {
  #entries: readonly Entry[] = [
    { href: home, state: { idx: 0 } },
    { href: list, state: { idx: 1 } },
  ];
  #at = 1;
  readonly history;
  readonly location;
  readonly document;
  /** The addresses of added entries, as they were given. */
  readonly added: string[] = [];

  /** @param baseURI where addresses in the page begin */
  constructor(baseURI = "https://kc.example.org/admin/master/console/") {
    super();
    this.document = { baseURI };
    const shown = () => this.shown;
    this.history = {
      get state() {
        return shown().state;
      },
      // The console reads its realm from the address, and takes another one where it has none.
      pushState: (state: unknown, _: string, address?: string | URL | null) => {
        const given = String(address ?? home);
        this.added.push(given);
        this.open(new URL(given, baseURI).href, state);
      },
      back: () => this.back(),
    };
    this.location = {
      get href() {
        return shown().href;
      },
    };
  }

  get shown(): Entry {
    return this.#entries[this.#at] ?? { href: "about:blank", state: null };
  }

  /** How many entries Back leads through. */
  get before(): number {
    return this.#at;
  }

  open(href: string, state: unknown): void {
    this.#entries = [...this.#entries.slice(0, this.#at + 1), { href, state }];
    this.#at += 1;
  }

  back(): void {
    this.#at -= 1;
    this.dispatchEvent(new Event("popstate"));
  }
}

test("Back stays on the page and is told each time, and the router sees no other page", () => {
  const view = new OpenedList();
  let asked = 0;
  askBeforeBack(view, () => {
    asked += 1;
  });
  for (const times of [1, 2]) {
    view.back();
    expect(asked).toBe(times);
    expect(view.shown).toEqual({ href: list, state: { idx: 1 } });
    expect(view.before).toBe(2);
  }
});

test("an entry has the address that the console's router would give it, as 26.4 takes its realm from no other", () => {
  const view = new OpenedList();
  askBeforeBack(view, () => undefined);
  expect(view.added).toEqual(["#/demo/clients/service-accounts"]);
  expect(view.shown.href).toBe(list);
  // The page of 26.0 has a base.
  const old = new OpenedList("https://kc.example.org/resources/1a2b3/admin/keycloak.v2/");
  askBeforeBack(old, () => undefined);
  expect(old.added).toEqual([list]);
  expect(old.shown.href).toBe(list);
});

test("once nothing can be lost, Back leads where it led before", () => {
  const view = new OpenedList();
  let asked = 0;
  const end = askBeforeBack(view, () => {
    asked += 1;
  });
  end();
  expect(view.shown.href).toBe(list);
  view.back();
  expect(view.shown.href).toBe(home);
  expect(asked).toBe(0);
});

test("another page that was opened meanwhile stays open, and isn't asked about", () => {
  const view = new OpenedList();
  let asked = 0;
  const end = askBeforeBack(view, () => {
    asked += 1;
  });
  view.open(`${home}/users`, { idx: 2 });
  view.dispatchEvent(new Event("popstate"));
  end();
  expect(view.shown.href).toBe(`${home}/users`);
  expect(asked).toBe(0);
});
