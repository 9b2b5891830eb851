import texts from "../messages/messages_en.properties?page";
import { type ClientPage, findClientPage } from "./console/client-page.ts";
import { type ClientRoute, parseClientRoute, presetsTab } from "./console/client-route.ts";
import { entryScriptName } from "./console/entry-script.ts";
import { parseEnvironment } from "./console/environment.ts";
import { createPresetsTab, ownMark, placeSection } from "./console/presets-tab.ts";
import { watchPage } from "./console/watch-page.ts";
import type { Session } from "./session/create-session.ts";

/** A panel shown in the page. */
interface OpenPanel {
  readonly key: string;
  readonly section: HTMLElement;
  readonly controller: AbortController;
}

const consoleUrl = location.origin + location.pathname;
const environment = parseEnvironment(document.getElementById("environment")?.textContent ?? "");
const watch = new AbortController();
const tab = createPresetsTab(texts["page.tab"], consoleUrl);
let openPanel: OpenPanel | undefined;
let session: Promise<Session> | undefined;
let isPageOutdated = false;

if (document.documentElement.hasAttribute(ownMark)) {
  // The script is on the page twice, as after a child theme that names it again: one is enough.
} else if (environment === undefined) {
  stayAway("the page does not say where Keycloak is");
} else {
  document.documentElement.setAttribute(ownMark, "loaded");
  watchPage(look, watch.signal);
  look();
}

/** Brings tab and panel in line with the page, after each change of it. */
function look(): void {
  const route = parseClientRoute(location.hash);
  const finding = route === undefined ? undefined : findClientPage(document);
  if (finding?.kind === "unexpected") {
    stayAway(finding.reason);
  } else if (route === undefined || finding?.kind !== "page") {
    if (route === undefined) isPageOutdated = false;
    tab.remove();
    closePanel();
  } else {
    tab.place(finding.page, route);
    bringPanel(finding.page, route);
  }
}

/** Opens the panel where the address asks for it, and closes the one of another page. */
function bringPanel(page: ClientPage, route: ClientRoute): void {
  const key = `${route.realm}/${route.clientUuid}`;
  const isWanted = route.tab === presetsTab;
  if (isWanted && openPanel?.key === key && openPanel.section.isConnected) return;
  if (!isWanted && isPageOutdated) location.reload();
  closePanel();
  if (!isWanted) return;
  openPanel = { key, section: placeSection(page), controller: new AbortController() };
  void showPanel(openPanel, route, page.hasServiceAccount);
}

async function showPanel(
  { section, controller }: OpenPanel,
  route: ClientRoute,
  isAccountExpected: boolean,
): Promise<void> {
  if (environment === undefined) return;
  const { adminBaseUrl, authServerUrl, loginRealm, clientId, masterRealm } = environment;
  try {
    // The panel and the sign-in start together: neither waits for the other.
    session ??= import("./session/create-session.ts").then(({ createSession }) =>
      createSession({ authServerUrl, realm: loginRealm, clientId, redirectUri: consoleUrl }),
    );
    const [{ mountPanel }, tokens] = await Promise.all([
      import("./panel/mount-panel.tsx"),
      session.then((ready) => {
        ready.accessToken().catch(() => undefined);
        return ready;
      }),
    ]);
    if (controller.signal.aborted) return;
    mountPanel(section, {
      adminBaseUrl,
      realm: route.realm,
      clientUuid: route.clientUuid,
      isMaster: route.realm === masterRealm,
      consoleScript: entryScriptName(document.scripts),
      isAccountExpected,
      tokens,
      loadLogin: () => tokens.loadLogin(route.realm),
      isLoginHere: new URL(authServerUrl).origin === location.origin,
      reload: () => location.reload(),
      outdatePage: () => {
        isPageOutdated = true;
      },
      signal: controller.signal,
    });
  } catch {
    session = undefined;
    section.textContent = texts["page.notLoaded"];
  }
}

function closePanel(): void {
  openPanel?.controller.abort();
  openPanel?.section.remove();
  openPanel = undefined;
}

/** Leaves the console as the server ships it, and says why, once. */
function stayAway(reason: string): void {
  watch.abort();
  tab.remove();
  closePanel();
  console.info(`Service account presets stay away: ${reason}.`);
}
