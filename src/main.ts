import { findClientPage } from "./console/client-page.ts";
import { formatClientRoute, parseClientRoute, presetsTab } from "./console/client-route.ts";
import { findClientsPage } from "./console/clients-page.ts";
import {
  formatServiceAccountsRoute,
  parseClientsRoute,
  serviceAccountsTab,
} from "./console/clients-route.ts";
import { coverStockTab } from "./console/cover-stock-tab.ts";
import { entryScriptName } from "./console/document/entry-script.ts";
import { type Environment, parseEnvironment } from "./console/document/environment.ts";
import { once } from "./console/once.ts";
import { createOwnTab, createSection, ownMark } from "./console/own-tab.ts";
import { environmentElement } from "./console/selectors.ts";
import type { TabBar, TabBarFinding } from "./console/tab-bar.ts";
import { watchLanguage } from "./console/watch-language.ts";
import { watchPage } from "./console/watch-page.ts";
import { english } from "./languages/en.ts";
import { loadLanguage } from "./languages/load-language.ts";
import type { PanelContext } from "./panel/context/panel-context.ts";
import type { Session } from "./session/create-session.ts";

/** A page of the console that gets our tab. */
interface Place {
  /** The page of an open panel. */
  readonly key: string;
  /** The part of it that the address selects. */
  readonly shown?: string | undefined;
  readonly realm: string;
  readonly tabName: string;
  readonly titleKey: "page.tab" | "page.serviceAccounts";
  readonly isOpen: boolean;
  readonly address: string;
  /** Undefined as long as the console hasn't drawn it. */
  readonly page: TabBar | undefined;
  /** Loads what is shown, and then shows it. */
  readonly load: () => Promise<(section: HTMLElement, context: PanelContext) => void>;
}

/** A panel that is shown in its place, or will be once the tab is clicked. */
interface OpenPanel extends Place {
  readonly section: HTMLElement;
  readonly controller: AbortController;
}

const consoleUrl = location.origin + location.pathname;
const environment = parseEnvironment(document.querySelector(environmentElement)?.textContent ?? "");
const watch = new AbortController();
const loadPanel = once(() => import("./panel/presets/mount-panel.tsx"));
const loadServiceAccounts = once(
  () => import("./panel/service-accounts/mount-service-accounts.tsx"),
);
const loadSession = once(() => import("./session/create-session.ts"));
const tabs = new Map([
  [presetsTab, createOwnTab(presetsTab, () => prepare(loadPanel), press)],
  [serviceAccountsTab, createOwnTab(serviceAccountsTab, () => prepare(loadServiceAccounts), press)],
]);
let language = english;
let loadTexts = once(language.loadPanelTexts);
let openPanel: OpenPanel | undefined;
let pressed: OpenPanel | undefined;
let session: Session | undefined;
/** The page whose stock forms and lists are outdated. */
let outdated: string | undefined;

if (document.documentElement.hasAttribute(ownMark)) {
  // The script is on the page twice, for example because a child theme lists it again: one is
  // enough.
} else if (environment === undefined) {
  stayAway("the page doesn't name the server");
} else {
  document.documentElement.setAttribute(ownMark, "loaded");
  watchPage(look, watch.signal);
  watchLanguage(environment.adminBaseUrl, (tag) => void speak(tag), watch.signal);
  look();
}

/** Loads the scripts for opening a tab. This signs nobody in. */
function prepare(load: () => Promise<unknown>): void {
  for (const part of [load, loadSession, loadTexts]) part().catch(() => undefined);
}

/** The session of this page, whose silent sign-in begins now if none has begun. */
async function openSession(): Promise<Session> {
  const { createSession } = await loadSession();
  // Without an environment, no tab is there to be opened.
  const known = environment as Environment;
  session ??= createSession({ ...known, realm: known.loginRealm, redirectUri: consoleUrl });
  session.accessToken().catch(() => undefined);
  return session;
}

/** Shows tabs and panel in the console's language. */
async function speak(tag: string): Promise<void> {
  language = await loadLanguage(tag);
  if (watch.signal.aborted) return;
  loadTexts = once(language.loadPanelTexts);
  // Dialogs and messages stand outside of the panel, and the page says `en` whatever it shows.
  document.documentElement.lang = language.locale;
  // A panel that was mounted earlier is mounted again, because nobody has used it yet.
  closePanel();
  look();
}

/** The current page's place; undefined if it gets no tab. */
function findPlace(): Place | undefined {
  const client = parseClientRoute(location.hash);
  if (client !== undefined) {
    const page = pageOf(findClientPage(document));
    const { realm, clientUuid, preset: presetShown } = client;
    return {
      key: JSON.stringify([realm, clientUuid]),
      shown: presetShown,
      realm,
      tabName: presetsTab,
      titleKey: "page.tab",
      isOpen: client.tab === presetsTab,
      address: consoleUrl + formatClientRoute({ realm, clientUuid, tab: presetsTab }),
      page,
      load: async () => {
        const { mountPanel } = await loadPanel();
        return (section, context) =>
          mountPanel(section, context, { clientUuid, clientIdHint: page?.clientId, presetShown });
      },
    };
  }
  const clients = parseClientsRoute(location.hash);
  if (clients === undefined) return undefined;
  return {
    key: JSON.stringify([clients.realm]),
    realm: clients.realm,
    tabName: serviceAccountsTab,
    titleKey: "page.serviceAccounts",
    isOpen: clients.tab === serviceAccountsTab,
    address: consoleUrl + formatServiceAccountsRoute(clients.realm),
    page: pageOf(findClientsPage(document)),
    load: async () => (await loadServiceAccounts()).mountServiceAccounts,
  };
}

/** The page that was found. On one that isn't as expected, nothing is added from now on. */
function pageOf<Page extends TabBar>(finding: TabBarFinding<Page>): Page | undefined {
  if (finding.kind === "unexpected") stayAway(finding.reason);
  return finding.kind === "page" ? finding.page : undefined;
}

/** Updates tabs and panel after each change of the page. */
function look(): void {
  const place = findPlace();
  const page = place?.page;
  for (const [name, tab] of tabs) {
    if (page === undefined || name !== place?.tabName) tab.remove();
    else tab.place(page, { ...place, title: language.page[place.titleKey] });
  }
  coverStockTab(
    page !== undefined && place?.isOpen === true && place.tabName === serviceAccountsTab,
  );
  if (place?.key !== outdated) outdated = undefined;
  if (place === undefined || page === undefined) closePanel();
  else bringPanel(page, place);
}

/** Opens the panel of the address, and closes that of another page. */
function bringPanel(page: TabBar, place: Place): void {
  const { key, shown, isOpen } = place;
  // An address without a selection doesn't change what is shown.
  const isShown = shown === undefined || shown === openPanel?.shown;
  if (isOpen && openPanel?.key === key && isShown && openPanel.section.isConnected) return;
  if (!isOpen && outdated === key) location.reload();
  closePanel();
  if (!isOpen) return;
  // The signal of one that was shown already has ended.
  const begun = pressed?.controller.signal.aborted ? undefined : pressed;
  openPanel = begun?.key === key ? begun : begin(page, place);
  page.bar.parentElement?.append(openPanel.section);
}

/** Begins with a panel that nothing shows yet. */
function begin(page: TabBar, place: Place): OpenPanel {
  const section = createSection(page, place.tabName);
  const panel = { ...place, section, controller: new AbortController() };
  void showPanel(panel);
  return panel;
}

/** The mouse went down on a tab: its panel begins, and is dropped where no click follows. */
function press(): void {
  const place = findPlace();
  if (!place?.page || place.isOpen) return;
  const begun = begin(place.page, place);
  pressed = begun;
  setTimeout(() => {
    if (openPanel !== begun) begun.controller.abort();
  }, 1_000);
}

async function showPanel({ section, controller, key, realm, load }: OpenPanel): Promise<void> {
  const { adminBaseUrl, authServerUrl, loginRealm, masterRealm } = environment as Environment;
  try {
    const { locale, loadCallTexts } = language;
    // The panel and the sign-in start at the same time, without waiting for each other.
    const [mount, texts, tokens] = await Promise.all([
      load(),
      // In English rather than not at all.
      loadTexts().catch(() => ({})),
      openSession(),
    ]);
    if (controller.signal.aborted) return;
    mount(section, {
      adminBaseUrl,
      realm,
      language: { locale, texts, loadCallTexts },
      isMaster: realm === masterRealm,
      loginRealm,
      consoleScript: entryScriptName(document.scripts),
      tokens,
      loadLogin: tokens.loadLogin,
      isLoginHere: new URL(authServerUrl).origin === location.origin,
      addressOf: (place) => consoleUrl + formatClientRoute({ tab: presetsTab, ...place }),
      reload: tokens.signInAgain,
      outdatePage: () => {
        outdated = key;
      },
      signal: controller.signal,
    });
  } catch {
    if (controller.signal.aborted) return;
    const alert = document.createElement("p");
    alert.setAttribute("role", "alert");
    alert.textContent = language.page["page.notLoaded"];
    section.replaceChildren(alert);
  }
}

function closePanel(): void {
  openPanel?.controller.abort();
  openPanel?.section.remove();
  openPanel = undefined;
}

/** Adds nothing to the console, and logs the reason once. */
function stayAway(reason: string): void {
  watch.abort();
  for (const tab of tabs.values()) tab.remove();
  coverStockTab(false);
  closePanel();
  console.info(`Service account presets stay away: ${reason}.`);
}
