// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const mountPanel = vi.fn();
const createSession = vi.fn(() => ({ accessToken: async () => "token", loadLogin: vi.fn() }));
let tellLanguage: (tag: string) => void;
let loadLanguage: () => Promise<unknown>;

vi.mock("../../src/panel/presets/mount-panel.tsx", () => ({ mountPanel }));
vi.mock("../../src/panel/service-accounts/mount-service-accounts.tsx", () => ({}));
vi.mock("../../src/session/create-session.ts", () => ({ createSession }));
vi.mock("../../src/languages/load-language.ts", () => ({ loadLanguage: () => loadLanguage() }));
vi.mock("../../src/console/watch-language.ts", () => ({
  watchLanguage: (_: string, tell: (tag: string) => void) => {
    tellLanguage = tell;
  },
}));

const environment = {
  adminBaseUrl: "https://kc.example.org",
  authServerUrl: "https://kc.example.org",
  realm: "master",
  clientId: "security-admin-console",
  masterRealm: "master",
};
const tab = (name: string) =>
  `<li class="pf-v5-c-tabs__item"><a role="tab" class="pf-v5-c-tabs__link" href="#/x" data-testid="${name}Tab"><span>${name}</span></a></li>`;

const ownTabs = () => document.querySelectorAll("[data-service-account-presets=tab]");
const alerts = () => [...document.querySelectorAll("[role=alert]")].map((it) => it.textContent);

/** Shows the console's page of a client, with these tabs. */
function showClient(
  clientUuid: string,
  tabs = ["settings", "clientScopes", "sessions"],
  open = "service-account-presets",
): void {
  location.hash = `#/demo/clients/${clientUuid}/${open}`;
  document.body.innerHTML = `<script id="environment" type="application/json">${JSON.stringify(environment)}</script>
    <div><nav data-testid="client-tabs"><ul role="tablist" class="pf-v5-c-tabs__list">${tabs.map(tab).join("")}</ul></nav></div>`;
}

/** A page that is built in another way than the extension relies on. */
const showUnexpected = () => showClient("1", ["settings", "clientScopes"]);

beforeEach(async () => {
  vi.resetModules();
  vi.spyOn(console, "info").mockReturnValue();
  mountPanel.mockReset();
  createSession.mockClear();
  document.documentElement.removeAttribute("data-service-account-presets");
  showClient("1");
});

afterEach(async () => {
  vi.useRealTimers();
  // Ends the script that this test began.
  showUnexpected();
  await expect.poll(() => console.info).toHaveBeenCalled();
  vi.restoreAllMocks();
});

test("a panel that can't be shown says so aloud, and the next one goes on with the same session", async () => {
  mountPanel.mockImplementationOnce(() => {
    throw new Error("broken");
  });
  await import("../../src/main.ts");
  await expect.poll(alerts).toEqual([expect.stringMatching(/./)]);
  showClient("2");
  await expect.poll(() => mountPanel).toHaveBeenCalledTimes(2);
  expect(createSession).toHaveBeenCalledOnce();
  expect(alerts()).toEqual([]);
});

test("a session that could not be made is made with the next panel", async () => {
  createSession.mockImplementationOnce(() => {
    throw new Error("broken");
  });
  await import("../../src/main.ts");
  await expect.poll(alerts).toHaveLength(1);
  showClient("2");
  await expect.poll(() => mountPanel).toHaveBeenCalledOnce();
  expect(createSession).toHaveBeenCalledTimes(2);
});

test("a panel that was left before it failed says nothing", async () => {
  let left: Element | undefined;
  mountPanel.mockImplementationOnce((section: Element) => {
    left = section;
    showClient("2");
    window.dispatchEvent(new Event("hashchange"));
    throw new Error("broken");
  });
  await import("../../src/main.ts");
  await expect.poll(() => mountPanel).toHaveBeenCalledTimes(2);
  expect(left?.textContent).toBe("");
  expect(alerts()).toEqual([]);
});

/** Shows a client's settings, and presses the mouse on the own tab. The clock then moves only with the test. */
async function press(): Promise<void> {
  showClient("1", undefined, "settings");
  await import("../../src/main.ts");
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const [own] = ownTabs();
  own?.querySelector("a")?.dispatchEvent(new MouseEvent("mousedown", { button: 0 }));
  await expect.poll(() => mountPanel).toHaveBeenCalledOnce();
}

const begun = () => {
  const [section, { signal }] = mountPanel.mock.calls.at(-1) ?? [];
  return { section: section as Element, signal: signal as AbortSignal };
};

test("a press of the mouse begins the panel, and the click shows this one", async () => {
  await press();
  const { section, signal } = begun();
  expect(section.isConnected).toBe(false);
  location.hash = "#/demo/clients/1/service-account-presets";
  window.dispatchEvent(new Event("hashchange"));
  expect(section.isConnected).toBe(true);
  expect(signal.aborted).toBe(false);
  expect(mountPanel).toHaveBeenCalledOnce();
});

test("a press without a click ends its panel, and opening the tab later loads a new one", async () => {
  await press();
  const { section, signal } = begun();
  vi.advanceTimersByTime(2_000);
  expect(signal.aborted).toBe(true);
  location.hash = "#/demo/clients/1/service-account-presets";
  window.dispatchEvent(new Event("hashchange"));
  await expect.poll(() => mountPanel).toHaveBeenCalledTimes(2);
  expect(section.isConnected).toBe(false);
});

test("what a press began for one client isn't shown for another", async () => {
  await press();
  const { section } = begun();
  showClient("2");
  await expect.poll(() => mountPanel).toHaveBeenCalledTimes(2);
  expect(section.isConnected).toBe(false);
});

test("a language that is loaded after the extension has left the page brings no tab back", async () => {
  const { english } = await import("../../src/languages/en.ts");
  let arrive = (_: unknown) => {};
  const loaded = new Promise((resolve) => {
    arrive = resolve;
  });
  loadLanguage = () => loaded;
  await import("../../src/main.ts");
  await expect.poll(ownTabs).toHaveLength(1);
  tellLanguage("de");
  showUnexpected();
  await expect.poll(() => console.info).toHaveBeenCalled();
  showClient("1");
  arrive(english);
  await loaded;
  await Promise.resolve();
  expect(ownTabs()).toHaveLength(0);
});
