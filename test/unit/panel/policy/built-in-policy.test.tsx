// @vitest-environment happy-dom
/** What a policy that is built into the JAR forbids isn't offered anywhere, and the reason is shown. */
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { inEnglish as textOf } from "../../texts/english.ts";
import { openList, waitUntilRead } from "../open-list.tsx";
import { openTab, rowOf } from "../open-tab.tsx";
import { labelled, tick } from "../view-setup.ts";

vi.mock("../../../../src/access/policy/built-in-policy.ts", () => ({
  builtInPolicy: {
    allow: [
      { realm: "demo", client: "api", presets: ["event-reader", "user-lookup"], reason: "Job" },
      {
        ...{ realm: "demo", client: "api", presets: ["client-registration"] },
        ...{ reason: "Trial", until: "2024-02-29" },
      },
      { realm: "demo", client: "a", presets: ["event-reader"], reason: "Job" },
    ],
    forbid: [
      { everyRealm: true, everyClient: true, presets: ["full-administration"], reason: "By hand" },
    ],
  },
}));

beforeEach(() => {
  vi.stubGlobal("isSecureContext", true);
});

/** The presets of an open menu. */
const offered = async () => {
  await waitFor(() => expect(document.querySelector(".pf-v5-c-menu__list label")).not.toBe(null));
  return [...document.querySelectorAll(".pf-v5-c-menu__list label")].map(
    ({ textContent }) => textContent,
  );
};

const open = async (user: ReturnType<typeof openTab>["user"], presetId: string) => {
  const { row, state } = await rowOf(presetId);
  const toggle = row.querySelector<HTMLElement>(`#preset-toggle-${presetId}`);
  await user.click(toggle ?? row);
  return { row, state };
};

test("a preset that the policy forbids can't be applied, and its row says why", async () => {
  const { user } = openTab();
  const allowed = await rowOf("event-reader");
  expect(allowed.row.querySelector('[data-testid="applyPreset"]')).not.toBe(null);
  for (const [presetId, reason] of [
    ["full-administration", textOf("policy.forbidden", { reason: "By hand" })],
    ["client-registration", textOf("policy.ended", { until: "2024-02-29", reason: "Trial" })],
    ["user-management", textOf("policy.notListed")],
  ] as const) {
    const { row, state } = await open(user, presetId);
    expect(state()).toBe("notAllowed");
    expect(row.querySelector('[data-testid="applyPreset"]')).toBe(null);
    await waitFor(() => expect(row.textContent).toContain(reason));
  }
});

test("the plan dialog offers what the entries allow together, and names what it doesn't offer", async () => {
  const { user } = openTab();
  await rowOf("event-reader");
  await user.click(screen.getByTestId("plan"));
  await user.click(await screen.findByTestId("planPresets"));
  expect(await offered()).toEqual([
    textOf("presets.user-lookup"),
    textOf("presets.event-reader"),
    textOf("presets.event-reader-with-user-names"),
  ]);
  expect(screen.getByTestId("notOffered").textContent).toContain("By hand");
});

test("what is held and not allowed is said, and can still be removed", async () => {
  openTab({ roles: ["manage-users"] });
  const alert = await screen.findByTestId("policyAlert");
  expect(alert.textContent).toContain(textOf("policy.held", { roles: "manage-users" }));
  const { state } = await rowOf("user-management");
  expect(state()).toBe("applied");
});

test("in a change of several clients each gets what its own entry allows", async () => {
  const list = openList({ accounts: { a: [], b: [] } });
  await waitUntilRead();
  await list.user.click(labelled(textOf("accounts.chooseAll")));
  await list.user.click(screen.getByTestId("changeChosen"));
  await screen.findByTestId("notOffered");
  await list.user.click(screen.getByTestId("choosePresets"));
  expect(await offered()).toEqual([textOf("presets.event-reader")]);
  await tick(list.user, textOf("presets.event-reader"));
  await waitFor(() =>
    expect(["a", "b"].map((it) => screen.getByTestId(`bulk-${it}`).dataset["state"])).toEqual([
      "planned",
      "refused",
    ]),
  );
});

test("a new client is offered what the policy allows a client of its ID, once it has one", async () => {
  const list = openList();
  await waitUntilRead();
  const { user } = list;
  await user.click(screen.getByTestId("newClient"));
  const card = await screen.findByTestId("choice-user-lookup");
  await user.click(card.querySelector("input") ?? card);
  await user.click(screen.getByTestId("nextStep"));
  await user.type(await screen.findByTestId("newClientId"), "a");
  await waitFor(() =>
    expect(screen.getByTestId("notOffered").textContent).toContain(textOf("policy.notListed")),
  );
  await waitFor(() =>
    expect(screen.getByTestId("newClientIdVerdict").textContent).toBe(
      textOf("newClient.verdict.free"),
    ),
  );
  expect(screen.getByTestId("createNewClient").getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByTestId("backToJobs"));
  await waitFor(() => expect(screen.getByTestId("notOffered").textContent).toContain("By hand"));
  expect(screen.queryByTestId("choice-user-lookup")).toBe(null);
  screen.getByTestId("choice-event-reader");
});
