// @vitest-environment happy-dom
/** The record of the last change. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { type OpenedTab, openTab, rowOf } from "../open-tab.tsx";

async function recordOf(tab: OpenedTab) {
  await tab.user.click(await screen.findByTestId("record"));
  const field = await screen.findByTestId<HTMLTextAreaElement>("recordText");
  return JSON.parse(field.value);
}

test("after a change, its record says who made it, from what to what, in which steps", async () => {
  const tab = openTab({ roles: ["view-events"] });
  await rowOf("user-lookup");
  expect(screen.queryByTestId("record")).toBe(null);
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  const record = await recordOf(tab);
  expect(record).toMatchObject({
    format: "keycloak-service-account-presets/change-record",
    ...{ formatVersion: 1, realm: "demo", mode: "add", presets: ["user-lookup"], isUndo: false },
    client: { clientId: "api", clientUuid: tab.clientUuid },
    by: { realm: "demo", name: "holder of anna" },
    before: { roles: { admin: ["view-events"] } },
    steps: [{ direction: "add", place: "mapping", isDone: true }],
    outcome: "done",
  });
  expect(record.after.roles.admin).toEqual(tab.mapped());
  const download = screen.getByTestId<HTMLAnchorElement>("downloadRecord");
  expect(download.download).toMatch(/^change-record-\d{8}T\d{6}Z\.json$/);
  const dumped = JSON.stringify(tab.realm.dump());
  const [, secret = "no secret"] = /"secret":"([^"]+)"/.exec(dumped) ?? [];
  expect(JSON.stringify(record)).not.toContain(secret);
});

test("an undone change has its own record, also where nothing is left to undo", async () => {
  const tab = openTab();
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  await tab.user.click(await screen.findByTestId("undoLastChange"));
  await waitFor(() => expect(screen.queryByTestId("undoLastChange")).toBe(null));
  const record = await recordOf(tab);
  expect(record).toMatchObject({ isUndo: true, after: { roles: { admin: [] } } });
});

test("a change that failed has a record too", async () => {
  const tab = openTab();
  const { get } = await rowOf("user-lookup");
  tab.faults.push({ request: /^POST \/users/, fault: answering(500) });
  await tab.user.click(get("applyPreset"));
  const record = await recordOf(tab);
  expect(record).toMatchObject({ outcome: "stopped", steps: [{ place: "mapping" }] });
});

test("where who is signed in can't be read, the record says nothing of it", async () => {
  const tab = openTab();
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  await screen.findByTestId("record");
  tab.faults.push({ request: /whoami/, fault: answering(500) });
  const record = await recordOf(tab);
  expect(record.by).toBe(null);
  await screen.findByText(textOf("record.byUnknown"));
});
