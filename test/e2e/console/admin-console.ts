import { expect, type Locator, type Page } from "@playwright/test";
import type { TestClient, TestUser } from "../realm/test-bed.ts";
import type { Deployment } from "../servers/deployment.ts";
import { AccountList } from "./account-list.ts";
import { signInBeforehand, type Visitor } from "./sign-in-beforehand.ts";

/** A realm, by its name. */
type Realm = Pick<TestUser, "realm">;

/** A client, by its UUID. */
type Client = Pick<TestClient, "clientUuid">;

/** A tab of a client's page; without a name, the tab that the console opens first. */
export interface ClientAddress extends Realm, Client {
  readonly tab?: string;
}

/** Who opens a page. Without it, who is signed in already, else the administrator of `master`. */
interface By {
  readonly visitor?: Visitor | undefined;
}

/** Keycloak's admin console with this product's tab, as a person uses it. */
export class AdminConsole {
  readonly page: Page;
  readonly #server: Deployment;
  #consoleUrl: string;
  /** Who is signed in. */
  #visitor: Visitor | undefined;

  constructor(page: Page, server: Deployment) {
    this.page = page;
    this.#server = server;
    this.#consoleUrl = this.#consoleOf("master");
  }

  /** Opens the console of the visitor's realm. */
  async open({ visitor }: By = {}): Promise<void> {
    await this.#goSignedIn(visitor, () => this.#consoleUrl);
    await this.page.getByRole("navigation", { name: "Global" }).waitFor();
  }

  /** Opens a client's page by its address, as from a bookmark. */
  async openClient(
    { realm }: Realm,
    { clientUuid }: Client,
    { tab = "settings", visitor }: By & { readonly tab?: string } = {},
  ): Promise<void> {
    await this.#goSignedIn(visitor, () => this.addressOf({ realm, clientUuid, tab }));
    await this.assertClientPage();
  }

  /** Opens a client's tab with the presets by its address, which may name one of them. */
  async openPresets(
    { realm }: Realm,
    { clientUuid }: Client,
    { preset, visitor }: By & { readonly preset?: string } = {},
  ): Promise<void> {
    await this.#goSignedIn(visitor, () => this.addressOfPresets({ realm, clientUuid, preset }));
    await this.panel.waitFor();
  }

  /** Opens the page with a realm's clients. */
  async openClients({ realm }: Realm, { visitor }: By = {}): Promise<void> {
    await this.#goSignedIn(visitor, () => this.addressOfClients(realm));
    await this.serviceAccountsTab.waitFor();
  }

  /** Opens the tab with a realm's service accounts by its address. What it holds may still be read. */
  async openServiceAccounts({ realm }: Realm, { visitor }: By = {}): Promise<AccountList> {
    await this.#goSignedIn(visitor, () => this.addressOfClients(realm, "service-accounts"));
    await this.serviceAccounts.waitFor();
    return this.serviceAccountList;
  }

  /** Goes to a client's page at the console of a realm, as far as its login page. */
  async goToSignIn(address: ClientAddress, consoleRealm: string): Promise<void> {
    this.#consoleUrl = this.#consoleOf(consoleRealm);
    await this.page.goto(this.addressOf(address));
  }

  /** Fills the login page, wherever it came up. */
  async fillSignIn(visitor: Visitor, page: Page = this.page): Promise<void> {
    await page.getByLabel("Username").fill(visitor.username);
    await page.getByLabel("Password", { exact: true }).fill(visitor.password);
    await page.getByRole("button", { name: "Sign In" }).click();
    this.#visitor = visitor;
  }

  /** The address of a tab of a client's page. */
  addressOf({ realm, clientUuid, tab = "settings" }: ClientAddress): string {
    return `${this.#consoleUrl}#/${encodeURIComponent(realm)}/clients/${clientUuid}/${tab}`;
  }

  /** The address of a client's tab with the presets, which may ask to show one. */
  addressOfPresets({
    preset,
    ...client
  }: Realm & Client & { readonly preset?: string | undefined }): string {
    const address = this.addressOf({ ...client, tab: "service-account-presets" });
    return preset === undefined ? address : `${address}?preset=${preset}`;
  }

  /** The address of the page with a realm's clients, or of one of its tabs. */
  addressOfClients(realm: string, tab?: string): string {
    const end = tab === undefined ? "" : `/${tab}`;
    return `${this.#consoleUrl}#/${encodeURIComponent(realm)}/clients${end}`;
  }

  get serviceAccountsTab(): Locator {
    return this.page.getByRole("tab", { name: "Service accounts", exact: true });
  }

  get serviceAccountList(): AccountList {
    return new AccountList(this.page);
  }

  /** What the tab with a realm's service accounts shows. */
  get serviceAccounts(): Locator {
    return this.page.getByTestId("service-accounts");
  }

  get presetsTab(): Locator {
    return this.page.getByRole("tab", { name: "Service account presets" });
  }

  /** The button that scrolls a tab bar back, of a bar that is too narrow for its tabs. */
  get scrollButton(): Locator {
    return this.page.getByRole("button", { name: /^Scroll (left|back)$/ });
  }

  /** The stock tab that ours stands behind. */
  get stockServiceAccountTab(): Locator {
    return this.page.getByTestId("serviceAccountTab");
  }

  get panel(): Locator {
    return this.page.getByTestId("service-account-presets");
  }

  get summary(): Locator {
    return this.page.getByTestId("presetsSummary");
  }

  /** The level in the header, where calls are allowed. */
  get powerRisk(): Locator {
    return this.summary.getByTestId("powerRisk");
  }

  /** What the header says in large: the worst that calls can do, or that they are denied. */
  get headline(): Locator {
    return this.summary.getByTestId("powerHeadline");
  }

  /** How far the roles reach in a family of calls, such as `users`. */
  reachOf(family: string): Locator {
    return this.summary.getByTestId(`reach-${family}`);
  }

  get toast(): Locator {
    return this.page.getByTestId("presetsToast");
  }

  /** The row of a preset, by the name that a person reads. */
  preset(name: string): Locator {
    const id = name.replace(" (this realm)", "").toLowerCase().replaceAll(" ", "-");
    return this.page.getByTestId(
      name.endsWith(" (this realm)") ? `preset-custom:${id}` : `preset-${id}`,
    );
  }

  /** Opens the group that a preset's row is folded away in, as a person does who looks for it. */
  async showPreset(name: string): Promise<void> {
    const row = this.preset(name);
    await row.waitFor({ state: "attached" });
    if (await row.isVisible()) return;
    const group = this.page.getByTestId(/^group-/).filter({ has: row });
    await group.getByRole("button").first().click();
    await expect(row).toBeVisible();
  }

  /** Opens this product's tab from another tab of the client. */
  async goToPresets(): Promise<void> {
    await this.presetsTab.click();
    await expect(this.panel).toBeVisible();
  }

  get searchField(): Locator {
    return this.page.getByRole("textbox", { name: "What does the program need to do?" });
  }

  /** What the search field answers about calls. */
  get answers(): Locator {
    return this.page.getByTestId("callAnswers");
  }

  /** The presets that the search field recommends. */
  get recommended(): Locator {
    return this.page.getByTestId("recommended");
  }

  async fillSearch(text: string): Promise<void> {
    await this.searchField.fill(text);
  }

  /** Chooses a value of a filter. */
  async chooseFilter(filter: "state" | "risk" | "group", value: string): Promise<void> {
    await this.page.getByTestId(`filter-${filter}`).click();
    await this.page.getByRole("menuitem", { name: value }).click();
    await this.page.keyboard.press("Escape");
  }

  /** What is read aloud of a search, to who does not see its results. */
  get searchStatus(): Locator {
    return this.page.getByRole("status").and(this.page.getByTestId("searchStatus"));
  }

  /** Says that nothing fits the search. */
  get noMatch(): Locator {
    return this.page.getByTestId("presetsNoMatch");
  }

  /** Tells that a part's script could not be loaded. */
  get partNotLoaded(): Locator {
    return this.page.getByTestId("partNotLoaded");
  }

  /** Pastes text where the keyboard is, from the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press("Control+V");
  }

  /** Moves the keyboard forward until it is there; gives up after as many steps as no row needs. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let step = 0; step < 25; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    await expect(target).toBeFocused();
  }

  /** Opens a preset's row, or closes it. */
  async togglePreset(name: string): Promise<void> {
    await this.showPreset(name);
    await this.preset(name)
      .getByRole("button", { name: `Details of ${name}` })
      .click();
  }

  async clickApplyPreset(name: string): Promise<void> {
    await this.showPreset(name);
    await this.preset(name).getByTestId("applyPreset").click();
  }

  async openPresetActions(name: string): Promise<void> {
    await this.showPreset(name);
    await this.preset(name).getByTestId("presetActions").click();
  }

  /** Opens the menu of a preset's row and chooses from it. */
  async clickPresetAction(name: string, action: string): Promise<void> {
    await this.openPresetActions(name);
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  /** The plan that is looked at. */
  get planDialog(): Locator {
    return this.page.getByTestId("planDialog");
  }

  /** The steps of the plan, in their order. */
  get planSteps(): Locator {
    return this.page.getByTestId("planSteps").getByRole("listitem");
  }

  /** Opens a plan of no preset yet, to be chosen there. */
  async clickPlanChange(): Promise<void> {
    await this.page.getByTestId("plan").click();
  }

  /** Chooses presets in the plan, or takes them out of it. */
  async choosePresetsOfPlan(...names: readonly string[]): Promise<void> {
    await this.page.getByTestId("planPresets").click();
    for (const name of names) {
      await this.page.getByRole("menuitem", { name, exact: true }).click();
    }
    await this.page.getByTestId("planPresets").click();
  }

  async chooseModeOfPlan(mode: string): Promise<void> {
    await this.planDialog.getByLabel(mode, { exact: true }).check();
  }

  /** Chooses the realm that a client of `master` administers, by typing its name. */
  async chooseRealm(realm: string): Promise<void> {
    await this.page.getByTestId("realmPicker").click();
    await this.page.getByTestId("realmPickerSearch").getByRole("textbox").fill(realm);
    await this.page.getByRole("option", { name: realm, exact: true }).click();
    await expect(this.page.getByTestId("realmPicker")).toContainText(realm);
  }

  /** Opens the check of why calls are denied. */
  async clickCheckAccess(): Promise<void> {
    await this.page.getByTestId("check").click();
  }

  /** Opens what the program behind the client needs. */
  async clickConnect(): Promise<void> {
    await this.page.getByTestId("connect").click();
  }

  /** The dialog with what the program needs. */
  get connectDialog(): Locator {
    return this.page.getByTestId("connectDialog");
  }

  /** The call in a language, as the dialog shows it. */
  async codeIn(language: string): Promise<string> {
    const select = this.page.getByTestId("codeLanguage");
    const option = select.getByRole("option", { name: language });
    await select.selectOption((await option.getAttribute("value")) ?? "");
    return this.page.getByTestId("connectCode").inputValue();
  }

  /** Opens what hands over presets, or what is mapped now. */
  async clickExport(): Promise<void> {
    await this.page.getByTestId("export").click();
  }

  get exportDialog(): Locator {
    return this.page.getByTestId("exportDialog");
  }

  get downloadExport(): Locator {
    return this.page.getByTestId("downloadExport");
  }

  /** Chooses what is handed over, and in which format; the text of it. */
  async exportText(format: string, ...presets: readonly string[]): Promise<string> {
    const { page } = this;
    if (presets.length > 0) {
      await page.getByLabel("Presets", { exact: true }).first().check();
      await page.getByTestId("exportPresets").click();
      for (const name of presets) {
        await page.getByRole("menuitem", { name, exact: true }).click();
      }
      await page.getByTestId("exportPresets").click();
    }
    await page.getByTestId("exportFormat").selectOption({ label: format });
    return page.getByTestId("exportText").inputValue();
  }

  /** What the check found of one thing. */
  finding(id: string): Locator {
    return this.page.getByTestId(`check-${id}`);
  }

  /** Why a change stopped, with what holds now. */
  get problem(): Locator {
    return this.page.getByTestId("presetsProblem");
  }

  /** What holds where a change stopped, line by line. */
  get problemLines(): Locator {
    return this.problem.getByTestId("changeLines").getByRole("listitem");
  }

  /** Goes on with a change that stopped. */
  async clickContinue(): Promise<void> {
    await this.page.getByTestId("continueChange").click();
  }

  /** Takes back what was done of a change that stopped. */
  async clickUndoOfFailure(): Promise<void> {
    await this.page.getByTestId("undoFailedChange").click();
  }

  /** Makes the page that of a coming version: what ran already runs no second time. */
  async renameVersion(): Promise<void> {
    await this.page.evaluate(() => {
      for (const script of document.scripts) {
        if (script.src === "") continue;
        script.src = script.src.replace(/assets\/main-[\w-]+\.js$/, "assets/main-Unmeasured.js");
      }
    });
  }

  async clickConfirm(): Promise<void> {
    await this.page.getByTestId("confirmChange").click();
  }

  async clickCancel(): Promise<void> {
    await this.page.getByTestId("cancelChange").click();
  }

  /** Takes back the last change in the summary, where that is possible until the tab is left. */
  async clickUndo(): Promise<void> {
    await this.summary.getByTestId("undoLastChange").click();
  }

  /** Takes back the last change in its toast, which goes away by itself after some seconds. */
  async clickUndoInToast(): Promise<void> {
    await this.toast.getByTestId("undoChange").click();
  }

  async clickEnableServiceAccounts(): Promise<void> {
    await this.page.getByTestId("enableServiceAccounts").click();
  }

  /** Goes to the login page, unless the stock console was quicker. */
  async clickSignInAgain(): Promise<void> {
    const { page } = this;
    await page.getByTestId("signInAgain").or(page.getByLabel("Username")).click();
  }

  async assertClientPage(): Promise<void> {
    await this.page.getByTestId("client-tabs").waitFor();
  }

  /** Waits until a preset's row shows a state, as "Applied" or "1 of 2 roles held". */
  async assertState(name: string, state: string): Promise<void> {
    await expect(this.preset(name).getByTestId("presetState")).toHaveText(state);
  }

  /** Waits until a preset's row shows no state: the usual case, when none of its roles is held. */
  async assertNoState(name: string): Promise<void> {
    await this.showPreset(name);
    await expect(this.preset(name).getByTestId("presetState")).toHaveCount(0);
  }

  async assertToast(text: string | RegExp): Promise<void> {
    await expect(this.toast).toContainText(text);
  }

  /**
   * Goes to an address at the console of the visitor's realm, signed in there. The login page comes up only
   * where it is on a host that just the browser finds.
   */
  async #goSignedIn(
    visitor: Visitor = this.#visitor ?? this.#administrator(),
    address: () => string,
  ): Promise<void> {
    const { username, realm } = this.#visitor ?? {};
    const isSignedIn = username === visitor.username && realm === visitor.realm;
    this.#consoleUrl = this.#consoleOf(visitor.realm);
    // A fresh page: led by its address alone from one realm to a page of another, the stock
    // console asks the realm that it came from.
    await this.page.goto("about:blank");
    const isBeforehand = new URL(this.#server.loginUrl).hostname === "localhost";
    if (!isSignedIn && isBeforehand) {
      await signInBeforehand(this.page.context(), this.#server, this.#consoleUrl, visitor);
    }
    await this.page.goto(address());
    if (!isSignedIn && !isBeforehand) await this.fillSignIn(visitor);
    this.#visitor = visitor;
  }

  #consoleOf(realm: string): string {
    return `${this.#server.consoleUrl}/admin/${encodeURIComponent(realm)}/console/`;
  }

  #administrator(): Visitor {
    const { adminUsername, adminPassword } = this.#server;
    return { realm: "master", username: adminUsername, password: adminPassword };
  }
}
