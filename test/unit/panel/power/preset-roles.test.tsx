// @vitest-environment happy-dom
/** How the roles of a preset are held, and who assigned them, in its opened row. */
import { waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering, type ServedKeycloak } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { type OpenedTab, openTab, rowOf } from "../open-tab.tsx";
import { labelled } from "../view-setup.ts";

type Preset = "user-lookup" | "event-reader";

/** Opens the row of a preset; its details. */
async function openRow({ user }: OpenedTab, preset: Preset): Promise<HTMLElement> {
  const { row } = await rowOf(preset);
  const name = textOf(`presets.${preset}`);
  await user.click(labelled(textOf("preset.toggle", { preset: name })));
  await waitFor(() => expect(row.textContent).toContain(textOf("details.link")));
  return row;
}

async function originsIn({ user }: OpenedTab, row: HTMLElement): Promise<readonly string[]> {
  await user.click(within(row).getByTestId("showOrigins"));
  const list = await within(row).findByTestId("origins");
  return [...list.querySelectorAll("li")].map(({ textContent }) => textContent ?? "");
}

const through = (source: string) => textOf("power.inheritedFrom", { source });
const named = (kind: "group" | "role", name: string) =>
  textOf(`power.sourceNamed.${kind}`, { name });

const inGroup = ({ realm }: ServedKeycloak, clientUuid: string) => {
  const userId = realm.serviceAccountUserId(clientUuid) ?? "";
  const group = realm.makeGroup("Automation");
  realm.mapRoles(group, [realm.findRole("view-events", realm.adminClientUuid).id]);
  realm.joinGroup(userId, group);
  const authDetails = { realmId: "r", clientId: "c", userId: "bert-id", ipAddress: "" };
  realm.recordAdminEvent({
    ...{ time: 86_400_000, operationType: "CREATE", resourceType: "GROUP_MEMBERSHIP" },
    ...{ resourcePath: `users/${userId}/groups/${group}`, authDetails },
  });
  realm.changeSettings({ adminEventsEnabled: true, adminEventsDetailsEnabled: true });
};

test("an opened row says that its roles are assigned, and, once it is asked for, by whom", async () => {
  const tab = openTab({
    roles: ["view-identity-providers"],
    arrange: ({ realm }) =>
      realm.changeSettings({ adminEventsEnabled: true, adminEventsDetailsEnabled: true }),
  });
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  await waitFor(() => expect(tab.mapped()).toContain("view-users"));
  await waitFor(async () => expect((await rowOf("user-lookup")).state()).toBe("applied"));
  const before = tab.sent.length;
  const row = await openRow(tab, "user-lookup");
  expect(row.textContent).toContain(textOf("role.mapped", { role: "view-users" }));
  expect(tab.sent.slice(before).filter((it) => /admin-events|\/groups/.test(it))).toEqual([]);
  const origins = await originsIn(tab, row);
  // Those of other presets stand in the header.
  expect(origins.map((text) => text.split(":")[0])).toEqual(["view-users", "query-users"]);
  expect(origins[0]).toMatch(/^view-users: .+ by holder of anna$/);
});

test("a role that comes with another assigned role names that one, and who assigned it", async () => {
  const tab = openTab({ roles: ["realm-admin"] });
  const row = await openRow(tab, "user-lookup");
  const source = through(named("role", "realm-admin"));
  const included = textOf("role.included", { role: "view-users" });
  expect(row.textContent).toContain(`${included} ${source}`);
  expect(within(row).getAllByText(source)[0]?.getAttribute("href")).toContain("/roles/");
  // Both roles of the preset come with it.
  expect(await originsIn(tab, row)).toEqual([
    textOf("origin.notRecorded", { name: "realm-admin" }),
  ]);
});

test("a role that comes with another one of the preset is told by that one alone", async () => {
  const tab = openTab({ roles: ["view-users"] });
  const row = await openRow(tab, "user-lookup");
  expect(row.textContent).toContain(through(named("role", "view-users")));
  expect(await originsIn(tab, row)).toEqual([textOf("origin.notRecorded", { name: "view-users" })]);
});

test("a role from a group names the group, and who added the account to it", async () => {
  const tab = openTab({ arrange: inGroup });
  const row = await openRow(tab, "event-reader");
  const source = await within(row).findByText(through(named("group", "Automation")));
  expect(source.getAttribute("href")).toContain("/groups/");
  const [origin] = await originsIn(tab, row);
  expect(origin).toContain(named("group", "Automation"));
  expect(origin).toContain(textOf("origin.by.notKnown", { id: "bert-id" }));
});

test("a source that may not be seen is never given a name", async () => {
  const fault = { request: /^GET \/users\/[^/]+\/groups/, fault: answering(403) };
  const tab = openTab({
    arrange: (served, clientUuid) => {
      inGroup(served, clientUuid);
      served.faults.push(fault, fault);
    },
  });
  const row = await openRow(tab, "event-reader");
  await waitFor(() => expect(row.textContent).toContain(through(textOf("power.sourceGroup"))));
  expect(within(row).queryByTestId("showOrigins")).toBe(null);
});

test("of a preset of which no role is held, nobody is asked for", async () => {
  const tab = openTab({ roles: ["view-events"] });
  const row = await openRow(tab, "user-lookup");
  expect(row.textContent).toContain(textOf("role.missing", { role: "view-users" }));
  expect(within(row).queryByTestId("showOrigins")).toBe(null);
});
