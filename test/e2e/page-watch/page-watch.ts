import type { BrowserContext, ConsoleMessage } from "@playwright/test";
import type { Deployment } from "../servers/deployment.ts";
import { type ExpectedResponse, isAnnounced } from "./expected-response.ts";
import { findLeaks, type Place } from "./find-leaks.ts";
import { secretsOfRequest, secretsOfResponse } from "./secrets-of.ts";
import { blockedFrame, blockedScript, stockErrors } from "./stock-errors.ts";

/** How Keycloak says that a client has no service account: only this question tells of a leftover one. */
const noAccount = { status: 400, path: "/service-account-user" };

/** What a page stores, as JSON; a page without an address has no storage. */
const storedIn = (storage: "localStorage" | "sessionStorage") =>
  location.protocol === "about:" ? "" : JSON.stringify({ ...window[storage] });

/** Sees everything that the pages of a browser context do, from before they are opened. */
export class PageWatch {
  readonly #context: BrowserContext;
  readonly #server: Deployment;
  readonly #lines: { readonly type: string; readonly text: string; readonly url: string }[] = [];
  readonly #pageErrors: string[] = [];
  readonly #origins = new Set<string>();
  readonly #secrets = new Set<string>();
  readonly #reading: Promise<void>[] = [];

  constructor(context: BrowserContext, server: Deployment) {
    this.#context = context;
    this.#server = server;
    context.on("console", (message) => this.#hear(message));
    context.on("weberror", (error) => this.#pageErrors.push(String(error.error())));
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== "data:" && protocol !== "blob:") this.#origins.add(origin);
      this.#keep(secretsOfRequest(request));
    });
    context.on("response", (response) => {
      this.#reading.push(secretsOfResponse(response).then((secrets) => this.#keep(secrets)));
    });
  }

  /** What the browser and the pages complained about, beyond what the story announced. */
  unexpectedErrors(announced: readonly ExpectedResponse[]): readonly string[] {
    const { name } = this.#server;
    const ofFrame = name === "split" ? [blockedScript, blockedFrame] : [];
    const stock = [...stockErrors[name], ...ofFrame];
    const errors = this.#lines.filter(
      (line) =>
        line.type === "error" &&
        !stock.some((pattern) => pattern.test(line.text)) &&
        !isAnnounced(line, [noAccount, ...announced]),
    );
    const all = [...this.#pageErrors, ...errors.map(({ text, url }) => `${text} (${url})`)];
    // The console throws what it was answered where it can't do without, as to somebody without any right.
    return all.filter((text) => !announced.some(({ status }) => text.includes(`HTTP ${status} `)));
  }

  /** Origins that were asked for something, beyond the console's and the login's. */
  foreignOrigins(): readonly string[] {
    const { consoleUrl, loginUrl } = this.#server;
    const own = [new URL(consoleUrl).origin, new URL(loginUrl).origin];
    return [...this.#origins].filter((origin) => !own.includes(origin));
  }

  /**
   * Places that hold a token, a code or a secret that must only be in memory.
   *
   * @param clientSecrets secrets that the pages may show, but nothing may store or log.
   */
  async leaks(serverLog: string, clientSecrets: readonly string[]): Promise<readonly string[]> {
    await Promise.all(this.#reading);
    const stored = await this.#storedPlaces();
    const databases = await this.#databases();
    const log = { name: "the log of the server", text: serverLog };
    const lines = this.#lines
      // Chromium's own line names the frame's address with its code, which is used up by then.
      .filter(({ text }) => !blockedScript.test(text))
      .map(({ text, url }) => ({ name: `the browser's console (${url})`, text }));
    const pages = await this.#pagePlaces();
    const tokens = [...this.#secrets];
    return [
      ...findLeaks([...stored, ...lines, ...pages, log], tokens),
      ...findLeaks([...stored, ...lines, log], clientSecrets),
      // The console keeps nothing there, so that whatever stands there is the extension's.
      ...databases,
    ];
  }

  #hear(message: ConsoleMessage): void {
    const { url } = message.location();
    this.#lines.push({ type: message.type(), text: message.text(), url });
  }

  #keep(secrets: readonly string[]): void {
    for (const secret of secrets) this.#secrets.add(secret);
  }

  /** Cookies, and storage and addresses of the open pages. */
  async #storedPlaces(): Promise<readonly Place[]> {
    const cookies = await this.#context.cookies();
    const places = this.#context.pages().map(async (page) => [
      { name: "the address", text: page.url() },
      {
        name: "localStorage",
        text: await page.evaluate(storedIn, "localStorage" as const),
      },
      {
        name: "sessionStorage",
        text: await page.evaluate(storedIn, "sessionStorage" as const),
      },
    ]);
    const inPages = (await Promise.all(places)).flat();
    return [{ name: "the cookies", text: cookies.map(({ value }) => value).join(" ") }, ...inPages];
  }

  /** What the open pages have made of the larger stores that a browser offers, by name. */
  async #databases(): Promise<readonly string[]> {
    const names = this.#context.pages().map((page) =>
      page.evaluate(async () => {
        if (location.protocol === "about:") return [];
        const databases = (await indexedDB.databases()).map(({ name }) => `IndexedDB: ${name}`);
        // There are none on plain http, but for localhost.
        if (!("caches" in window)) return databases;
        return [...databases, ...(await caches.keys()).map((name) => `a cache: ${name}`)];
      }),
    );
    return (await Promise.all(names)).flat();
  }

  async #pagePlaces(): Promise<readonly Place[]> {
    const pages = this.#context.pages();
    return Promise.all(
      pages.map(async (page) => ({ name: "the page", text: await page.content() })),
    );
  }
}
