import { expect, type Locator, type Page } from "@playwright/test";

/** The dialog that makes a client for a program, as a person uses it. */
export class NewClient {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByTestId("newClient").click();
    await expect(this.page.getByTestId("newClientId")).toBeFocused();
  }

  async fillClientId(clientId: string): Promise<void> {
    await this.page.getByTestId("newClientId").fill(clientId);
  }

  get verdict(): Locator {
    return this.page.getByTestId("newClientIdVerdict");
  }

  get createButton(): Locator {
    return this.page.getByTestId("createNewClient");
  }

  async choosePresets(...presets: readonly string[]): Promise<void> {
    await this.page.getByTestId("choosePresets").click();
    for (const name of presets) {
      await this.page.getByRole("menuitem", { name, exact: true }).click();
    }
    await this.page.getByTestId("choosePresets").click();
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

  /** What holds where it stopped, line by line. */
  get lines(): Locator {
    return this.page.getByTestId("newClientLines").getByRole("listitem");
  }

  /** A text that is shown once: the secret, the key or the call. */
  async textOf(what: "Secret" | "Key" | "Call"): Promise<string> {
    return this.page.getByTestId(`newClient${what}`).inputValue();
  }

  async close(): Promise<void> {
    await this.page.getByTestId("closeNewClient").click();
  }
}
