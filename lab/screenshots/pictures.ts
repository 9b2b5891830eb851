import type { Locator, Page } from "@playwright/test";
import { NewClient } from "../../test/e2e/console/new-client.ts";
import { goToPresets, goToServiceAccounts, type Scene } from "./go-to.ts";
import { patiently } from "./patiently.ts";
import { denied, exemplary } from "./showcase-realm.ts";

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

const dialogOn = (page: Page): Subject => ({ kind: "dialog", locator: page.getByRole("dialog") });

/** The pictures of the documentation, in the order in which they are taken. */
export const pictures: readonly Picture[] = [
  {
    name: "service-accounts",
    async show(scene) {
      const list = await goToServiceAccounts(scene);
      await patiently(list.cell(exemplary, "Last used")).toHaveText(/\d{4}, \d/);
      return { kind: "page", locator: scene.adminConsole.serviceAccounts };
    },
  },
  {
    name: "new-client",
    async show(scene) {
      const { page } = scene.adminConsole;
      await goToServiceAccounts(scene);
      const dialog = new NewClient(page);
      await dialog.open();
      const escalating = dialog.jobs.getByText("can escalate").first();
      await patiently(escalating).toBeVisible();
      return dialogOn(page);
    },
  },
  {
    name: "tab",
    async show(scene) {
      const { adminConsole } = scene;
      await goToPresets(scene, exemplary);
      await patiently(adminConsole.preset("User lookup")).toContainText("Applied");
      return { kind: "page", locator: adminConsole.preset("Usage statistics") };
    },
  },
  {
    name: "connect",
    async show(scene) {
      const { adminConsole } = scene;
      await goToPresets(scene, exemplary);
      await adminConsole.clickConnect();
      const { connectDialog, page } = adminConsole;
      await adminConsole.codeIn("TypeScript");
      await patiently(page.getByTestId("connectCode")).toHaveValue(/clientSecret: process.env/);
      await patiently(connectDialog).toContainText("tokens live for");
      return dialogOn(page);
    },
  },
  {
    name: "export",
    async show(scene) {
      const { adminConsole } = scene;
      await goToPresets(scene, exemplary);
      await adminConsole.clickExport();
      const { page } = adminConsole;
      await adminConsole.exportText("Realm JSON, keycloak-config-cli");
      await patiently(page.getByTestId("exportText")).toHaveValue(/serviceAccountClientId/);
      return dialogOn(page);
    },
  },
  {
    name: "plan",
    async show(scene) {
      const { adminConsole } = scene;
      await goToPresets(scene, denied);
      await adminConsole.clickPlanChange();
      await adminConsole.choosePresetsOfPlan("Access review", "Event reader");
      await patiently(adminConsole.planSteps).toHaveCount(2);
      await patiently(adminConsole.planDialog).toContainText(/\d+ calls gained/);
      return dialogOn(adminConsole.page);
    },
  },
  {
    name: "access-check",
    async show(scene) {
      const { adminConsole } = scene;
      const { page } = adminConsole;
      await goToPresets(scene, denied);
      await adminConsole.clickCheckAccess();
      await patiently(adminConsole.finding("scope")).toContainText("the client's scope lacks");
      await patiently(adminConsole.finding("tokenEndpoint")).toHaveAttribute("data-verdict", "ok");
      await page.getByTestId("fix-call").click();
      await patiently(adminConsole.finding("call")).toContainText("answered 403");
      return dialogOn(page);
    },
  },
];
