import { type BrowserCase, type BrowserScenario, browserCases } from "../faults/browser-case.ts";
import { strike } from "../faults/strike.ts";
import type { AdminConsole } from "./console/admin-console.ts";
import type { TestBed, TestClient } from "./realm/test-bed.ts";
import { chooseAny, seed } from "./run/seed.ts";
import { expect, test } from "./test.ts";

const preset = "User lookup";

/** The admin roles that the server says are mapped. */
async function adminRolesOf(testBed: TestBed, client: TestClient): Promise<readonly string[]> {
  const held = await testBed.rolesHeldBy(client);
  return held.flatMap((name) => /^realm-management\/(.*)$/.exec(name)?.slice(1) ?? []);
}

/** Does what the scenario is about, up to the click that sends requests. */
async function begin({ name }: BrowserScenario, adminConsole: AdminConsole): Promise<void> {
  switch (name) {
    case "apply":
      return;
    case "undo":
      await adminConsole.clickApplyPreset(preset);
      return adminConsole.assertState(preset, "Applied");
    case "replace access":
      return adminConsole.clickPresetAction(preset, "Replace access…");
    case "remove":
      return adminConsole.clickPresetAction(preset, "Remove…");
  }
}

async function click({ name }: BrowserScenario, adminConsole: AdminConsole): Promise<void> {
  if (name === "apply") return adminConsole.clickApplyPreset(preset);
  return name === "undo" ? adminConsole.clickUndo() : adminConsole.clickConfirm();
}

/** Holds the report's lines against what the server says. */
async function assertReport(adminConsole: AdminConsole, held: readonly string[]): Promise<void> {
  const lines = await adminConsole.page
    .getByTestId("changeLines")
    .getByRole("listitem")
    .allTextContents();
  for (const line of lines) {
    const [, name = "", not] = /^(\S+) is (not )?assigned$/.exec(line) ?? [];
    expect(held.includes(name), line).toBe(not === undefined);
  }
}

async function tell(
  { scenario, position, fault, wayOut }: BrowserCase,
  testBed: TestBed,
  adminConsole: AdminConsole,
): Promise<void> {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": scenario.holds });
  await adminConsole.openPresets(testBed, client);
  // The fault is to strike the change, not what the tab reads when it opens.
  await expect(adminConsole.preset(preset)).toBeVisible();
  await begin(scenario, adminConsole);
  expect(await adminRolesOf(testBed, client)).toEqual(scenario.before);
  await strike(adminConsole.page, position, fault);
  await click(scenario, adminConsole);

  const { problem } = adminConsole;
  const doneTexts = {
    apply: "applied",
    "replace access": "Access replaced",
    remove: "removed",
    undo: "Undone",
  };
  const done = adminConsole.toast.filter({ hasText: doneTexts[scenario.name] });
  const undone = adminConsole.toast.filter({ hasText: doneTexts.undo });
  await expect(problem.or(done).first()).toBeVisible();
  const held = await adminRolesOf(testBed, client);
  const { before, after } = scenario;
  const kept = before.filter((name) => after.includes(name));
  // Nothing outside of the plan was added, and nothing that it leaves was lost.
  expect(held.filter((name) => !before.includes(name) && !after.includes(name))).toEqual([]);
  expect(kept.filter((name) => !held.includes(name))).toEqual([]);

  if ((await problem.count()) === 0) {
    expect(held).toEqual(after);
    return;
  }
  if ((await problem.getByText("Nothing was changed.").count()) > 0) expect(held).toEqual(before);
  await assertReport(adminConsole, held);
  const canUndo = (await adminConsole.page.getByTestId("undoFailedChange").count()) > 0;
  const isUndo = wayOut === "Undo" && canUndo;
  await (isUndo ? adminConsole.clickUndoOfFailure() : adminConsole.clickContinue());
  await expect(problem).toHaveCount(0);
  await expect(isUndo ? undone : done).toBeVisible();
  expect(await adminRolesOf(testBed, client)).toEqual(isUndo ? before : after);
}

/** All of them on request, else some that chance chooses. */
const isWhole = process.env["FAULTS"] === "all";
const chosen = isWhole ? browserCases : chooseAny(browserCases, 4);

for (const it of chosen) {
  const { scenario, position, fault, wayOut } = it;
  const request = `${scenario.requests[position]} (request ${position + 1})`;
  test(`in the browser, ${scenario.name}: ${fault} at its ${request}, then ${wayOut}${isWhole ? "" : ` (SEED=${seed})`}`, async ({
    testBed,
    adminConsole,
    expectedResponses,
  }) => {
    const path = "/role-mappings/";
    const statuses = [401, 403, 404, 409, 400, 429, 500, 502, "none"] as const;
    expectedResponses.push(...statuses.map((status) => ({ status, path })));
    await tell(it, testBed, adminConsole);
  });
}
