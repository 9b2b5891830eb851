import type { Locator } from "@playwright/test";
import type { AdminConsole } from "../../test/e2e/console/admin-console.ts";
import type { Showcase } from "./make-showcase-realm.ts";

/** What a picture is taken of. */
export interface Scene {
  readonly adminConsole: AdminConsole;
  readonly showcase: Showcase;
}

/** What is to be seen whole: a dialog over the page, or the page from its top to that place. */
export interface Subject {
  readonly kind: "dialog" | "page";
  readonly locator: Locator;
}

/** A picture of the documentation. */
export interface Picture {
  /** How its files begin. */
  readonly name: string;
  /** Brings about what it shows, and waits until that is whole. */
  readonly show: (scene: Scene) => Promise<Subject>;
}
