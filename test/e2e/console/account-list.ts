import { expect, type Locator, type Page } from "@playwright/test";

/** The list of a realm's service accounts, as a person uses it. */
export class AccountList {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The row of a client. */
  row(clientId: string): Locator {
    return this.page.getByTestId(`account-${clientId}`);
  }

  get rows(): Locator {
    return this.page
      .getByTestId("accounts")
      .locator("tbody")
      .getByTestId(/^account-/);
  }

  /** What is read aloud of a search, to who does not see its results. */
  get searchStatus(): Locator {
    return this.page.getByRole("status").and(this.page.getByTestId("searchStatus"));
  }

  /** The client IDs in the order in which they are shown. */
  async clientIds(): Promise<readonly string[]> {
    return this.page.getByTestId("accounts").getByTestId("clientId").allTextContents();
  }

  /** What stands in a column of a client's row. */
  cell(clientId: string, column: string): Locator {
    return this.row(clientId).locator(`td[data-label="${column}"]`);
  }

  /** Why a client's account can't get a token, or why that isn't known. */
  stateOf(clientId: string): Locator {
    return this.row(clientId).getByTestId("accountState");
  }

  finding(id: string): Locator {
    return this.page.getByTestId(`finding-${id}`);
  }

  /** Lists the accounts that a finding is about, or all again. */
  async showFinding(id: string): Promise<void> {
    const show = this.finding(id).getByTestId("showFinding");
    if (!(await show.isVisible())) await this.page.getByTestId("toggleFindings").click();
    await show.click();
  }

  /** Begins what is to be done about a finding. */
  async beginRemedy(id: string): Promise<void> {
    const remedy = this.finding(id).getByTestId("remedy");
    if (!(await remedy.isVisible())) await this.page.getByTestId("toggleFindings").click();
    await remedy.click();
  }

  get progress(): Locator {
    return this.page.getByTestId("surveyProgress");
  }

  /** Waits until all is read. */
  async waitUntilRead(): Promise<void> {
    await expect(this.progress).toHaveAttribute("data-status", "done");
  }

  get searchField(): Locator {
    return this.page.getByRole("textbox", { name: "Client ID, preset, role or call" });
  }

  async search(text: string): Promise<void> {
    await this.searchField.fill(text);
  }

  async showPerPage(size: 20 | 100): Promise<void> {
    await this.page.getByTestId("perPage").click();
    await this.page.getByRole("option", { name: `${size} per page` }).click();
  }

  async choose(...clientIds: readonly string[]): Promise<void> {
    for (const clientId of clientIds) await this.row(clientId).getByRole("checkbox").check();
  }

  async unchoose(...clientIds: readonly string[]): Promise<void> {
    for (const clientId of clientIds) await this.row(clientId).getByRole("checkbox").uncheck();
  }

  /** Shows a column, or hides it. */
  async toggleColumn(name: string): Promise<void> {
    await this.openActions();
    await this.page.getByRole("menuitem", { name, exact: true }).click();
    await this.openActions();
  }

  async sortBy(column: string): Promise<void> {
    await this.page.getByTestId("accounts").getByRole("button", { name: column }).click();
  }

  /** Opens what is rarer than looking, or closes it. */
  async openActions(): Promise<void> {
    await this.page.getByTestId("listActions").click();
  }

  /** Shows the list, or the access map. */
  async showAs(view: "List" | "Access map"): Promise<void> {
    await this.page.getByTestId("accountsView").click();
    await this.page.getByRole("option", { name: view, exact: true }).click();
  }

  /** The access map, by the name that screen readers read. */
  get map(): Locator {
    return this.page.getByRole("table", { name: "Access map" });
  }

  /** What the access map says of a client in a family. */
  tile(clientId: string, family: string): Locator {
    return this.page.getByTestId(`map-${clientId}`).locator(`td[data-label="${family}"]`);
  }

  /** Saves the list and reads the file. */
  async export(format: "csv" | "json"): Promise<string> {
    await this.openActions();
    const download = this.page.waitForEvent("download");
    await this.page.getByTestId(`export-${format}`).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  }

  /** Refreshes the list. */
  async readAgain(): Promise<void> {
    await this.page.getByTestId("readAgain").click();
    await this.waitUntilRead();
  }

  /** Reads the service accounts of all realms, from `master`. */
  async lookAtAllRealms(): Promise<void> {
    await this.page.getByTestId("allRealms").click();
    await this.waitUntilRead();
  }

  /** Opens the change of the chosen clients. */
  async openChange(): Promise<void> {
    await this.page.getByTestId("changeChosen").click();
  }

  /** Opens the change of the chosen clients and chooses presets for it. */
  async changeChosen(mode: "Apply" | "Remove", ...presets: readonly string[]): Promise<void> {
    await this.openChange();
    await this.page.getByLabel(`${mode} presets`, { exact: true }).check();
    await this.choosePresets(...presets);
  }

  /** The names of the presets that can be chosen in the change of several clients. */
  async offeredPresets(): Promise<readonly string[]> {
    await this.page.getByTestId("choosePresets").click();
    const offered = this.page.getByRole("menuitem");
    await expect(offered.first()).toBeVisible();
    const names = await offered.allTextContents();
    await this.page.getByTestId("choosePresets").click();
    return names;
  }

  async choosePresets(...presets: readonly string[]): Promise<void> {
    await this.page.getByTestId("choosePresets").click();
    for (const name of presets) {
      await this.page.getByRole("menuitem", { name, exact: true }).click();
    }
    await this.page.getByTestId("choosePresets").click();
  }

  /** Where the change of several clients stands. */
  get bulkState(): Locator {
    return this.page.getByTestId("bulkState");
  }

  /** A client in the change of several. */
  bulkItem(clientId: string): Locator {
    return this.page.getByTestId(`bulk-${clientId}`);
  }

  async waitUntilBulk(stage: "ended" | "stopped"): Promise<void> {
    await expect(this.bulkState).toHaveAttribute("data-stage", stage);
  }
}
