// @vitest-environment happy-dom
/** The section of the tab that tells which access was used. */
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { formatDate } from "../../../../src/panel/context/use-translate.ts";
import { answering, type ServedKeycloak } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { openTab } from "../open-tab.tsx";

const day = 86_400_000;

interface Kept {
  /** The events of the service account, such as `CREATE USER users/1`. */
  readonly own?: readonly string[];
  /** As many writes through the client by a person. */
  readonly byPeople?: number;
  /** In how many pages of 500 the events are repeated. */
  readonly pages?: number;
  readonly areWritesKept?: boolean;
  /** The age of the realm's oldest event, in days; undefined where it has none. */
  readonly oldest?: number | undefined;
}

/** What the realm answers about events; each is asked for once. */
function keep({ faults, realm }: ServedKeycloak, clientUuid: string, kept: Kept) {
  const { own = [], byPeople = 0, pages = 0, areWritesKept = true } = kept;
  const oldest = "oldest" in kept ? kept.oldest : 200;
  const answer = (request: RegExp, body: unknown) =>
    faults.push({ request, fault: answering(200, body) });
  const event = (text: string, userId: string | undefined, daysAgo = 1) => {
    const [operationType, resourceType, resourcePath] = text.split(" ");
    const authDetails = { clientId: clientUuid, userId };
    const time = Date.now() - daysAgo * day;
    return { time, operationType, resourceType, resourcePath, authDetails };
  };
  const account = realm.serviceAccountUserId(clientUuid);
  const person = realm.makeClient({ clientId: "person", serviceAccountsEnabled: true });
  answer(/GET \/events\/config/, { adminEventsEnabled: areWritesKept });
  for (let page = 0; page < pages; page += 1) {
    answer(
      /authUser=/,
      Array.from({ length: 500 }, () => event(own[0] ?? "", account)),
    );
  }
  answer(
    /authUser=/,
    own.map((text) => event(text, account)),
  );
  answer(
    /authClient=/,
    Array.from({ length: byPeople }, () =>
      event("CREATE GROUP groups/1", realm.serviceAccountUserId(person)),
    ),
  );
  const old = oldest === undefined ? [] : [event("CREATE USER users/1", "anybody", oldest)];
  answer(/dateTo=/, oldest !== undefined && oldest > 90 ? old : []);
  answer(/direction=asc/, old);
}

async function openUse(roles: readonly string[], kept: Kept) {
  const tab = openTab({ roles, arrange: (served, uuid) => keep(served, uuid, kept) });
  const section = within(await screen.findByTestId("usedAccess"));
  expect(tab.sent.join("\n")).not.toContain("admin-events");
  await tab.user.click(section.getByRole("button"));
  return { tab, section };
}

test("what a realm admin used is replaced by the preset that covers it", async () => {
  const own = ["CREATE USER users/1", "UPDATE USER users/1", "UPDATE USER users/2"];
  const { tab, section } = await openUse(["realm-admin"], { own });
  const summary = await section.findByTestId("useSummary");
  expect(summary.textContent).toBe(textOf("use.calls", { count: 2, days: 90 }));
  const preset = textOf("presets.user-management");
  expect(section.getByTestId("useAdvice").textContent).toMatch(
    new RegExp(`^Covered by ${preset}\\. \\d+ other calls would go\\.$`),
  );
  expect(section.getByTestId("useReads").textContent).toContain(textOf("use.reads"));
  for (const fold of section.getAllByRole("button", { expanded: false })) {
    await tab.user.click(fold);
  }
  expect(section.getAllByText(/\/users\/\{user-id\}/).length).toBeGreaterThan(0);
  await tab.user.click(section.getByTestId("replaceByUse"));
  await screen.findByText(textOf("plan.title.exact", { presets: preset }));
  expect(tab.mapped()).toEqual(["realm-admin"]);
});

test("where nothing was recorded, that is said, and no role is called unused", async () => {
  const { section } = await openUse(["realm-admin"], { own: [], byPeople: 2 });
  const summary = await section.findByTestId("useSummary");
  expect(summary.textContent).toMatch(/^No write that needs its admin roles was recorded since /);
  expect(section.queryByTestId("useAdvice")).toBe(null);
  section.getByText(textOf("use.byPeople", { count: 2 }));
});

test("the last sign-in is told beside the writes", async () => {
  const time = Date.UTC(2026, 10, 20, 12);
  const tab = openTab({
    roles: ["view-users"],
    arrange: (served, uuid) => {
      keep(served, uuid, {});
      const userId = served.realm.serviceAccountUserId(uuid) ?? "";
      served.realm.record({ type: "CLIENT_LOGIN", clientId: "api", userId, time });
    },
  });
  const section = within(await screen.findByTestId("usedAccess"));
  await tab.user.click(section.getByRole("button"));
  expect((await section.findByTestId("useSignIn")).textContent).toBe(
    textOf("use.signIn.at", { day: formatDate(time) }),
  );
});

test("a realm that records nothing says so, with the way to its settings", async () => {
  const { section } = await openUse(["view-users"], {
    ...{ own: [], areWritesKept: false, oldest: undefined },
  });
  const off = await section.findByTestId("useOff");
  expect(within(off).getByRole("link").getAttribute("href")).toMatch(
    /#\/demo\/realm-settings\/events$/,
  );
  expect(section.getByTestId("useSummary").textContent).toBe(textOf("use.unknown"));
  expect(section.getByTestId("useSignIn").textContent).toBe(textOf("use.signIn.notRecorded"));
});

test("what isn't recognized, isn't measured or is denied now is told apart", async () => {
  const own = ["CREATE CUSTOM <b>x</b>", "CREATE CLIENT clients/1", "CREATE USER users/1"];
  const { tab, section } = await openUse(["manage-users"], { own, oldest: 10 });
  await section.findByTestId("useIncomplete");
  await tab.user.click(section.getByText(textOf("use.unrecognized", { count: 1 })));
  section.getByText("CREATE CUSTOM <b>x</b>");
  await tab.user.click(section.getByText(textOf("use.deniedNow", { count: 1 })));
  section.getByText("/clients");
  expect(section.getByTestId("useAdvice").textContent).toBe(
    textOf("use.noSmaller", { presets: textOf("presets.user-management") }),
  );
  const since = section.getByTestId("useSince");
  expect(since.textContent).toMatch(/^The realm's admin events go back to /);
  within(since).getByRole("link");
});

test("where all that was used is denied now, nothing is recommended", async () => {
  const { section } = await openUse(["view-users"], { own: ["CREATE USER users/1"] });
  await section.findByText(textOf("use.deniedNow", { count: 1 }));
  expect(section.queryByTestId("useAdvice")).toBe(null);
  expect(section.queryByText(textOf("use.noRole"))).toBe(null);
});

test("where no preset is enough without adding access, roles are named", async () => {
  const own = ["CREATE GROUP groups/1", "CREATE REALM_ROLE roles/a"];
  const { section } = await openUse(["manage-users", "manage-realm", "manage-clients"], { own });
  await section.findByText(textOf("use.onlyRoles", { roles: "manage-realm and manage-users" }));
  expect(section.queryByTestId("replaceByUse")).toBe(null);
});

test("more events than are read are told", async () => {
  const { section } = await openUse(["realm-admin"], { own: ["CREATE USER users/1"], pages: 10 });
  expect((await section.findByTestId("useCut")).textContent).toMatch(
    /^Only the newest 5,000 events were read/,
  );
});

test("who may not see events is told which role that takes", async () => {
  const tab = openTab({
    roles: ["view-users"],
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients", "view-users"] }),
  });
  const section = within(await screen.findByTestId("usedAccess"));
  await tab.user.click(section.getByRole("button"));
  expect((await section.findByTestId("useNotSeen")).textContent).toContain("view-events");
});

test("a failure is told, and events can be read again", async () => {
  const tab = openTab({
    roles: ["realm-admin"],
    arrange: (served, uuid) => {
      served.faults.push({ request: /events\/config/, fault: answering(500) });
      keep(served, uuid, { own: ["CREATE USER users/1"] });
    },
  });
  const section = within(await screen.findByTestId("usedAccess"));
  await tab.user.click(section.getByRole("button"));
  await tab.user.click(await section.findByText(textOf("problem.tryAgain")));
  await section.findByTestId("useAdvice");
});
