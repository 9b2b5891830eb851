// @vitest-environment happy-dom
/** Who assigned the roles of an account, in the header of the tab. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { type OpenedTab, openTab, rowOf } from "../open-tab.tsx";

const keptWrites = { adminEventsEnabled: true, adminEventsDetailsEnabled: true };

async function show(tab: OpenedTab): Promise<void> {
  await tab.user.click(await screen.findByTestId("showOrigins"));
}

const shown = async () =>
  [...(await screen.findByTestId("origins")).querySelectorAll("li")].map(
    ({ textContent, dataset }) => ({ text: textContent ?? "", kind: dataset["origin"] }),
  );

test("who assigned a role and when is told once it is asked for; what was imported isn't recorded", async () => {
  const tab = openTab({
    roles: ["view-events"],
    arrange: ({ realm }) => realm.changeSettings(keptWrites),
  });
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  await waitFor(() => expect(tab.mapped()).toContain("view-users"));
  expect(tab.sent.filter((it) => it.includes("admin-events"))).toEqual([]);
  await show(tab);
  const lines = await shown();
  expect(lines.find(({ text }) => text.startsWith("view-users"))?.text).toMatch(
    /^view-users: .+ by holder of anna$/,
  );
  expect(lines.find(({ text }) => text.startsWith("view-events"))).toEqual({
    ...{ kind: "notRecorded", text: textOf("origin.notRecorded", { name: "view-events" }) },
  });
  await screen.findByText(textOf("origin.about"));
  await tab.user.click(screen.getByTestId("showOrigins"));
  await waitFor(() => expect(screen.queryByTestId("origins")).toBe(null));
});

test("a group, and a composite role, tell who gave them", async () => {
  const tab = openTab({
    arrange: ({ realm }, clientUuid) => {
      const userId = realm.serviceAccountUserId(clientUuid) ?? "";
      const events = realm.findRole("view-events", realm.adminClientUuid);
      const group = realm.makeGroup("staff");
      realm.mapRoles(group, [events.id]);
      realm.joinGroup(userId, group);
      const authDetails = { realmId: "r", clientId: "c", userId: "bert-id", ipAddress: "" };
      realm.recordAdminEvent({
        ...{ time: 86_400_000, operationType: "CREATE", resourceType: "GROUP_MEMBERSHIP" },
        ...{ resourcePath: `users/${userId}/groups/${group}`, authDetails },
      });
      realm.changeSettings(keptWrites);
    },
  });
  await show(tab);
  const by = textOf("origin.by.notKnown", { id: "bert-id" });
  await waitFor(async () => {
    const [line] = await shown();
    expect(line?.text).toContain(textOf("power.sourceNamed.group", { name: "staff" }));
    expect(line?.text).toContain(by);
  });
});

test("an administrator without view-events is told that it isn't known", async () => {
  const tab = openTab({
    roles: ["view-events"],
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients", "view-users"] }),
  });
  await show(tab);
  await screen.findByText(textOf("origin.mayNotSee"));
});

test.each([
  [{}, "origin.off"],
  [{ adminEventsEnabled: true }, "origin.detailsOff"],
] as const)("with %j, the setting is told, with its page", async (settings, key) => {
  const tab = openTab({
    roles: ["view-events"],
    arrange: ({ realm }) => realm.changeSettings(settings),
  });
  await show(tab);
  const text = await screen.findByText((content) =>
    content.startsWith(textOf(key, { realm: "demo" })),
  );
  expect(text.querySelector("a")?.href).toContain("/realm-settings/events");
});

test("where only the newest events were read, that is said", async () => {
  const tab = openTab({ roles: ["view-events"] });
  await screen.findByTestId("showOrigins");
  const event = { time: 1, operationType: "CREATE", resourceType: "USER" };
  for (let page = 0; page < 10; page += 1) {
    const events = Array.from({ length: 500 }, () => event);
    tab.faults.push({ request: /admin-events/, fault: answering(200, events) });
  }
  await show(tab);
  await screen.findByText(textOf("origin.incomplete", { count: 5_000 }));
});

test("where events can't be read, that is said", async () => {
  const tab = openTab({ roles: ["view-events"] });
  await screen.findByTestId("showOrigins");
  tab.faults.push({ request: /admin-events/, fault: answering(500) });
  await show(tab);
  await waitFor(() =>
    expect(screen.getByTestId("roleOrigins").textContent).toContain(
      textOf("attempts.readEvents", { realm: "demo" }),
    ),
  );
});
