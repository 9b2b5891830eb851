import { expect, type Locator, type Page } from "@playwright/test";

/** The dialog that makes a client for a program, as a person uses it. */
export class NewClient {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByTestId("newClient").click();
    await expect(this.jobs).toBeVisible();
  }

  get dialog(): Locator {
    return this.page.getByTestId("newClientDialog");
  }

  /** What most programs are for, as cards with a radio button each. */
  get jobs(): Locator {
    return this.page.getByTestId("jobs");
  }

  get nextButton(): Locator {
    return this.page.getByTestId("nextStep");
  }

  /** Says what the program is for by a card of the first page, and goes on. */
  async chooseJob(name: string): Promise<void> {
    // The whole card is the label of its radio button.
    await this.jobs.getByRole("radio", { name, exact: true }).check({ force: true });
    await this.goToDetails();
  }

  /** Chooses presets from all of them, and goes on. */
  async choosePresets(...presets: readonly string[]): Promise<void> {
    await this.page.getByTestId("jobView-all").click();
    for (const name of presets) {
      await this.dialog.getByRole("checkbox", { name, exact: true }).check();
    }
    await this.goToDetails();
  }

  /** Goes on without a preset. */
  async skipPresets(): Promise<void> {
    await this.page.getByTestId("skipPreset").click();
    await expect(this.clientIdField).toBeFocused();
  }

  /** Finds presets by the calls of the program. */
  async pasteCalls(text: string): Promise<void> {
    await this.page.getByTestId("jobView-paste").click();
    await this.page.getByTestId("pastedCalls").fill(text);
  }

  /** The one preset, or the set of presets, that is recommended for pasted calls. */
  get recommended(): Locator {
    return this.page.getByTestId("recommended");
  }

  async goToDetails(): Promise<void> {
    await this.nextButton.click();
    await expect(this.clientIdField).toBeFocused();
  }

  get clientIdField(): Locator {
    return this.page.getByTestId("newClientId");
  }

  async fillClientId(clientId: string): Promise<void> {
    await this.clientIdField.fill(clientId);
  }

  get verdict(): Locator {
    return this.page.getByTestId("newClientIdVerdict");
  }

  get createButton(): Locator {
    return this.page.getByTestId("createNewClient");
  }

  async chooseCredential(name: string): Promise<void> {
    await this.page.getByLabel(name, { exact: true }).check();
  }

  async create(): Promise<void> {
    await expect(this.createButton).toHaveAttribute("aria-disabled", "false");
    await this.createButton.click();
  }

  get done(): Locator {
    return this.page.getByTestId("newClientDone");
  }

  /** What the client can do and what it can't, in sentences. */
  get power(): Locator {
    return this.page.getByTestId("newClientPower");
  }

  /** What holds where it stopped, line by line. */
  get lines(): Locator {
    return this.page.getByTestId("newClientLines").getByRole("listitem");
  }

  /** The client secret, which is hidden until a person looks. */
  async secret(): Promise<string> {
    const field = this.page.getByTestId("newClientSecret");
    await expect(field).toHaveValue(/^•+$/);
    await this.page.getByTestId("showSecret").click();
    return field.inputValue();
  }

  /** The private key, as it is shown. */
  async key(): Promise<string> {
    return this.page.getByTestId("newClientKey").inputValue();
  }

  /** The request that works: with the secret in it where the client has one. */
  async call(): Promise<string> {
    const field = this.page.getByTestId("newClientCall");
    // The choice below it comes with it.
    await expect(field).toBeVisible();
    const withSecret = this.dialog.getByLabel("Include the secret");
    if (await withSecret.isVisible()) await withSecret.check();
    return field.inputValue();
  }

  /** Saves the private key; the name of the file and what is in it. */
  async downloadKey(): Promise<{ readonly name: string; readonly text: string }> {
    const download = this.page.waitForEvent("download");
    await this.page.getByTestId("downloadKey").click();
    const file = await download;
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
  }

  /** Says that the private key was not saved. */
  get keyNotSaved(): Locator {
    return this.page.getByTestId("keyNotSaved");
  }

  async close(): Promise<void> {
    await this.page.getByTestId("closeNewClient").click();
  }
}
