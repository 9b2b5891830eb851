// @vitest-environment happy-dom
/** The dialogs of the tab: plan, access check, connect and export. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { heldBack } from "../held-back.ts";
import { makeLogin } from "../make-login.ts";
import { openDialog, openTab, rowOf } from "../open-tab.tsx";
import { choose, confirmChange, labelled, tick } from "../view-setup.ts";

const lookup = ["query-users", "view-users"];

type Tab = ReturnType<typeof openTab>;

/** Opens a dialog from the summary. */
async function open(tab: Tab, dialog: "plan" | "check" | "connect" | "export"): Promise<void> {
  await tab.user.click(await screen.findByTestId(dialog));
}

const textIn = (testId: string) => screen.getByTestId<HTMLInputElement>(testId).value;

const verdictOf = (id: string) => screen.getByTestId(`check-${id}`).dataset["verdict"];

const steps = () =>
  within(screen.getByTestId("planSteps"))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

test("a plan follows what is chosen in it, and nothing happens before it is confirmed", async () => {
  const tab = openTab({ roles: ["view-events"] });
  await open(tab, "plan");
  await screen.findByTestId("planNothing");
  await tab.user.click(screen.getByTestId("planPresets"));
  await tick(tab.user, textOf("presets.user-lookup"));
  expect(steps()).toHaveLength(1);
  await tab.user.click(labelled(textOf("plan.mode.exact")));
  expect(steps().join()).toContain("view-events");
  await screen.findByTestId("planEffect");
  const folds = within(screen.getByTestId("planEffect")).getAllByRole("button");
  for (const fold of folds) await tab.user.click(fold);
  expect(screen.getByTestId("planEffect").textContent).toContain("GET /events");
  await tab.user.click(labelled(textOf("plan.mode.remove")));
  screen.getByTestId("planNothing");
  await tab.user.click(screen.getByTestId("cancelChange"));
  expect(screen.queryByTestId("planDialog")).toBe(null);
  expect(tab.mapped()).toEqual(["view-events"]);
});

test("Escape closes an open menu of the plan first, and then the plan", async () => {
  const tab = openTab();
  await open(tab, "plan");
  await tab.user.click(await screen.findByTestId("planPresets"));
  await screen.findAllByRole("menuitem");
  await tab.user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryAllByRole("menuitem")).toEqual([]));
  screen.getByTestId("planDialog");
  screen.getByTestId("cancelChange").focus();
  await tab.user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("planDialog")).toBe(null));
});

test("a plan says what stays as it is, and why", async () => {
  const tab = openTab({
    roles: ["view-users"],
    token: "bert",
    arrange: ({ realm }) => {
      realm.makeAdministrator({
        token: "bert",
        adminRoles: ["view-clients", "manage-users", "view-realm"],
      });
      realm.deleteRole(realm.findRole("view-organizations", realm.adminClientUuid).id);
    },
  });
  await open(tab, "plan");
  await tab.user.click(await screen.findByTestId("planPresets"));
  await tick(tab.user, textOf("presets.user-lookup"), textOf("presets.client-registration"));
  const untouched = screen.getByTestId("planUntouched").textContent;
  expect(untouched).toContain("view-users");
  expect(untouched).toContain("create-client");
  expect(screen.getByTestId("confirmChange").getAttribute("aria-disabled")).toBe("true");
});

test("a plan to remove says which roles another preset needs, and which presets end with it", async () => {
  const tab = openTab({ roles: ["view-users", "view-realm", "view-events"] });
  const { get } = await rowOf("access-review");
  await tab.user.click(get("presetActions"));
  await choose(tab.user, "removePreset");
  const plan = await screen.findByTestId("planDialog");
  const kept = screen.getByTestId("planUntouched").textContent;
  expect(kept).toContain("view-users");
  expect(kept).toContain(textOf("presets.event-reader-with-user-names"));
  expect(plan.textContent).toContain(textOf("presets.usage-statistics"));
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual(["view-events", "view-users"]));
});

test("a plan that would leave the calls denied says so", async () => {
  const tab = openTab({
    client: { fullScopeAllowed: false },
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({
        token: "bert",
        adminRoles: ["view-clients", "manage-users", "view-users"],
      }),
  });
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  const blocked = await screen.findByTestId("planBlocked");
  expect(blocked.textContent).toContain("view-users");
});

test("who may not change anything is told so in the plan too", async () => {
  const tab = openTab({
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients"] }),
  });
  const { get } = await rowOf("event-reader");
  await tab.user.click(get("presetActions"));
  // What is held may not be seen, so that there is nothing to plan from.
  const item = await screen.findByTestId("planPreset");
  expect(item.querySelector("button")?.getAttribute("aria-disabled")).toBe("true");
  await open(tab, "plan");
  await screen.findByTestId("planDialog");
  expect(screen.getByTestId("planDialog").textContent).toContain(textOf("rights.cannotRead"));
});

test("a plan waits until it is known whether the realm asks for a client scope", async () => {
  const tab = openTab({
    arrange: ({ realm }) => realm.makeClientScope("kc-admin-api"),
  });
  const { fault, letGo } = heldBack();
  await rowOf("user-lookup");
  tab.faults.push({ request: /^GET \/client-scopes$/, fault });
  await open(tab, "plan");
  await tab.user.click(await screen.findByTestId("planPresets"));
  await tick(tab.user, textOf("presets.event-reader"));
  expect(screen.getByTestId("confirmChange").getAttribute("aria-disabled")).toBe("true");
  letGo();
  await waitFor(() => expect(steps()).toHaveLength(2));
  expect(screen.getByTestId("confirmChange").getAttribute("aria-disabled")).not.toBe("true");
});

test("a plan that is closed before that is known asks again when it is opened again", async () => {
  const tab = openTab({ arrange: ({ realm }) => realm.makeClientScope("kc-admin-api") });
  const { fault, letGo } = heldBack();
  await rowOf("user-lookup");
  tab.faults.push({ request: /^GET \/client-scopes$/, fault });
  await open(tab, "plan");
  await tab.user.click(await screen.findByTestId("cancelChange"));
  letGo();
  await open(tab, "plan");
  await tab.user.click(await screen.findByTestId("planPresets"));
  await tick(tab.user, textOf("presets.event-reader"));
  await waitFor(() => expect(steps()).toHaveLength(2));
  expect(tab.sent.filter((request) => request === "GET /client-scopes")).toHaveLength(2);
});

test("where the realm's client scopes may not be read, a plan goes without them", async () => {
  const tab = openTab();
  await rowOf("user-lookup");
  tab.faults.push({ request: /^GET \/client-scopes$/, fault: answering(403) });
  await open(tab, "plan");
  await tab.user.click(await screen.findByTestId("planPresets"));
  await tick(tab.user, textOf("presets.event-reader"));
  await waitFor(() =>
    expect(screen.getByTestId("confirmChange").getAttribute("aria-disabled")).not.toBe("true"),
  );
});

test("the check finds what keeps a call from being allowed, fixes it, and a call proves it", async () => {
  const tab = openTab({ client: { fullScopeAllowed: false }, roles: lookup });
  await open(tab, "check");
  await screen.findByTestId("accessCheck");
  await waitFor(() => expect(verdictOf("tokenEndpoint")).toBe("ok"));
  await waitFor(() => expect(verdictOf("clientScope")).toBe("ok"));
  expect(["account", "enabled", "roles", "credentials"].map(verdictOf)).toEqual(
    Array(4).fill("ok"),
  );
  expect(verdictOf("scope")).toBe("problem");
  expect(textIn("checkCurl")).toContain("client_credentials");
  await tab.user.click(screen.getByTestId("fix-scope"));
  await waitFor(() => expect(tab.client().scopeMappings.join()).toContain("view-users"));
  const { state } = await rowOf("user-lookup");
  await waitFor(() => expect(state()).toBe("applied"));
});

test("one real call is told with the status that it is answered with", async () => {
  const { user, faults } = openDialog("check", { roles: lookup });
  const button = await screen.findByTestId("fix-call");
  for (const [status, verdict] of [
    [200, "ok"],
    [401, "problem"],
    [403, "problem"],
    [500, "problem"],
  ] as const) {
    faults.push({ request: /^GET \/users/, fault: answering(status) });
    await user.click(button);
    await waitFor(() =>
      expect(screen.getByTestId("check-call").textContent).toContain(String(status)),
    );
    expect(verdictOf("call")).toBe(verdict);
  }
});

test("a client that is not let in is told with the server's words", async () => {
  const refused = Object.assign(new Error("refused", { cause: "Invalid client secret" }), {
    name: "SessionError",
    failure: "refused",
  });
  const tab = openDialog("check", {
    context: { loadLogin: async () => makeLogin({ requestToken: () => Promise.reject(refused) }) },
  });
  await tab.user.click(await screen.findByTestId("fix-call"));
  await waitFor(() => expect(verdictOf("call")).toBe("problem"));
  expect(screen.getByTestId("check-call").textContent).toContain("Invalid client secret");
});

test("a secret that may not be read is told in place of the call", async () => {
  const tab = openDialog("check");
  await screen.findByTestId("fix-call");
  tab.faults.push({ request: /client-secret$/, fault: answering(403) });
  await tab.user.click(screen.getByTestId("fix-call"));
  await waitFor(() => expect(verdictOf("call")).toBe("problem"));
});

test.each([
  ["people sign in elsewhere", {}, { isLoginHere: false }, "check.call.untested.elsewhere"],
  [
    "it signs in another way",
    { clientAuthenticatorType: "client-jwt" },
    {},
    "check.call.untested.key",
  ],
] as const)("where %s, no call is offered", async (_, client, context, key) => {
  openDialog("check", { client: { ...client, enabled: false }, context });
  await waitFor(() => expect(screen.getByTestId("check-call").textContent).toContain(textOf(key)));
  expect(screen.queryByTestId("fix-call")).toBe(null);
  expect(verdictOf("enabled")).toBe("problem");
});

test("a token endpoint that does not answer is told as that", async () => {
  const tab = openDialog("check", {
    context: {
      loadLogin: async () => makeLogin({ discover: () => Promise.reject(new Error("No answer")) }),
    },
  });
  await waitFor(() => expect(verdictOf("tokenEndpoint")).toBe("problem"));
  await tab.user.click(screen.getByText(textOf("done.close")));
  await waitFor(() => expect(screen.queryByTestId("accessCheck")).toBe(null));
});

test("the check of a client without service account offers to switch it on", async () => {
  const tab = openTab({
    client: { serviceAccountsEnabled: false },
    page: { clientIdHint: undefined },
  });
  await open(tab, "check");
  await tab.user.click(await screen.findByTestId("fix-account"));
  await waitFor(() => expect(tab.client().settings.serviceAccountsEnabled).toBe(true));
});

test("without the right to see client scopes, the check says that they aren't known", async () => {
  const tab = openTab();
  tab.faults.push({ request: /client-scopes$/, fault: answering(200, []) });
  await open(tab, "check");
  await waitFor(() => expect(tab.faults).toEqual([]));
  expect(verdictOf("clientScope")).toBe("unknown");
  expect(screen.getByTestId("check-clientScope").textContent).toContain("view-clients");
});

test("connecting shows addresses and a call, and the secret only when it is asked for", async () => {
  const tab = openDialog("connect", { roles: lookup });
  await screen.findByTestId("connectDialog");
  await waitFor(() => expect(textIn("connect.tokenEndpoint")).toContain("/token"));
  expect(textIn("connect.clientId")).toBe("api");
  expect(textIn("connect.api")).toContain("/admin/realms/demo");
  await waitFor(() => expect(textIn("connectCode")).toContain("curl"));
  await waitFor(() =>
    expect(screen.getByTestId("tokenLifespan").textContent).toContain("5 minutes"),
  );
  const isAsked = () => tab.sent.some((request) => request.endsWith("client-secret"));
  expect(isAsked()).toBe(false);
  const secret = `secret of ${tab.clientUuid}`;
  await tab.user.click(screen.getByTestId("showSecret"));
  await waitFor(() => expect(textIn("connectSecret")).toBe(secret));
  await tab.user.click(screen.getByTestId("showSecret"));
  expect(textIn("connectSecret")).not.toBe(secret);
  await tab.user.click(screen.getByTestId("connectSecret-copy"));
  await waitFor(async () => expect(await navigator.clipboard.readText()).toBe(secret));
  expect(textIn("connectCode")).not.toContain(secret);
  await tab.user.click(labelled(textOf("connect.code.withSecret")));
  await waitFor(() => expect(textIn("connectCode")).toContain(secret));
  await tab.user.selectOptions(screen.getByTestId("codeLanguage"), "python");
  expect(textIn("connectCode")).toContain("requests");
  expect(tab.sent.filter((request) => request.endsWith("client-secret"))).toHaveLength(1);
});

test("a secret that the server hides is not shown, copied or put into code, and the needed right is named", async () => {
  const tab = openDialog("connect");
  await screen.findByTestId("connectDialog");
  await waitFor(() => expect(textIn("connectCode")).toContain("curl"));
  const masked = { request: /client-secret$/, fault: answering(200, { value: "**********" }) };
  tab.faults.push(masked, masked);
  await tab.user.click(screen.getByTestId("showSecret"));
  const problem = await screen.findByTestId("secretProblem");
  expect(problem.textContent).toContain(textOf("connect.secret.masked"));
  await tab.user.click(labelled(textOf("connect.code.withSecret")));
  await waitFor(() => expect(tab.faults).toEqual([]));
  expect(textIn("connectCode")).toContain("$CLIENT_SECRET");
  expect(screen.getByTestId("connectDialog").innerHTML).not.toContain("**********");
});

test("a secret that two buttons ask for at once is read once", async () => {
  const tab = openDialog("connect");
  await screen.findByTestId("connectDialog");
  const { fault, letGo } = heldBack();
  tab.faults.push({ request: /client-secret$/, fault });
  await tab.user.click(screen.getByTestId("showSecret"));
  await tab.user.click(screen.getByTestId("connectSecret-copy"));
  letGo();
  const secret = `secret of ${tab.clientUuid}`;
  await waitFor(() => expect(textIn("connectSecret")).toBe(secret));
  await waitFor(async () => expect(await navigator.clipboard.readText()).toBe(secret));
  expect(tab.sent.filter((request) => request.endsWith("client-secret"))).toHaveLength(1);
});

test("a secret that can't be read says why, and can be asked for again", async () => {
  const tab = openDialog("connect");
  await screen.findByTestId("connectDialog");
  tab.faults.push({ request: /client-secret$/, fault: answering(404) });
  await tab.user.click(screen.getByTestId("connectSecret-copy"));
  const problem = await screen.findByTestId("secretProblem");
  expect(problem.textContent).toContain(textOf("connect.secret.none"));
  tab.faults.push({ request: /client-secret$/, fault: answering(403) });
  await tab.user.click(screen.getByTestId("showSecret"));
  await waitFor(() => expect(screen.getByTestId("secretProblem").textContent).toContain("403"));
  await tab.user.click(screen.getByTestId("showSecret"));
  await waitFor(() => expect(textIn("connectSecret")).toContain("secret of"));
  expect(screen.queryByTestId("secretProblem")).toBe(null);
});

test.each([
  ["client-jwt", textOf("connect.authenticator.client-jwt"), "CLIENT_KEY"],
  ["federated-jwt", textOf("connect.authenticator.federated"), "CLIENT_ASSERTION_FILE"],
  [
    "my-authenticator",
    textOf("connect.authenticator.other", { authenticator: "my-authenticator" }),
    undefined,
  ],
])("a client that signs in by %s has no secret to copy", async (authenticator, said, variable) => {
  openDialog("connect", {
    client: { clientAuthenticatorType: authenticator, enabled: false },
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients", "view-users"] }),
  });
  const credentials = await screen.findByTestId("connectCredentials");
  expect(credentials.textContent).toContain(said);
  expect(screen.queryByTestId("showSecret")).toBe(null);
  // Who may not see the realm is not told how long tokens live.
  await waitFor(() =>
    expect(screen.getByTestId("tokenLifespan").textContent).toBe(
      textOf("connect.lifespan.unknown"),
    ),
  );
  if (variable === undefined) {
    const { textContent } = await screen.findByTestId("noCallCode");
    expect(textContent).toBe(textOf("connect.code.none.unknown", { authenticator }));
    expect(screen.queryByTestId("connectCode")).toBe(null);
  } else {
    await waitFor(() => expect(textIn("connectCode")).toContain(variable));
  }
});

test("a token's lifespan that the client has of its own is told as that", async () => {
  openDialog("connect", { client: { attributes: { "access.token.lifespan": "61" } } });
  await waitFor(() =>
    expect(screen.getByTestId("tokenLifespan").textContent).toContain("61 seconds"),
  );
});

test("what is mapped, or chosen presets, are exported in each format", async () => {
  const revoked = vi.spyOn(URL, "revokeObjectURL");
  const tab = openDialog("export", { roles: lookup });
  await screen.findByTestId("exportDialog");
  await waitFor(() => expect(textIn("exportText")).toContain("view-users"));
  await tab.user.selectOptions(screen.getByTestId("exportFormat"), "terraform");
  expect(textIn("exportText")).toContain("resource");
  await tab.user.click(labelled(textOf("export.presets")));
  expect(screen.queryByTestId("exportText")).toBe(null);
  await tab.user.click(screen.getByTestId("exportPresets"));
  await tick(tab.user, textOf("presets.event-reader"));
  await waitFor(() => expect(textIn("exportText")).toContain("view-events"));
  await tab.user.click(labelled(textOf("export.mapped")));
  expect(textIn("exportText")).toContain("view-users");
  const link = screen.getByTestId("downloadExport");
  expect(link.getAttribute("href")).toContain("blob:");
  screen.getByText(textOf("done.close")).focus();
  await tab.user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("exportDialog")).toBe(null));
  expect(revoked).toHaveBeenCalledWith(link.getAttribute("href"));
});

test("where nothing is mapped, the export says so", async () => {
  openDialog("export", { client: { fullScopeAllowed: false } });
  await screen.findByText(textOf("export.nothing"));
  expect(screen.getByTestId("downloadExport").getAttribute("aria-disabled")).toBe("true");
});

test("a text is said to be copied, and where that fails it is said too", async () => {
  const tab = openDialog("connect");
  await screen.findByTestId("connectDialog");
  const copy = screen.getByTestId("connect.clientId-copy");
  await tab.user.click(copy);
  await screen.findByText(textOf("copy.done", { name: textOf("connect.clientId") }));
  expect(await navigator.clipboard.readText()).toBe("api");
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("Not allowed"));
  document.execCommand = () => false;
  await tab.user.click(copy);
  await screen.findByText(textOf("copy.failed", { name: textOf("connect.clientId") }));
  const copied = new Promise((resolve) => {
    document.execCommand = () => {
      const event = Object.assign(new Event("copy", { cancelable: true }), {
        clipboardData: { setData: (_: string, text: string) => resolve(text) },
      });
      return !document.dispatchEvent(event);
    };
  });
  await tab.user.click(copy);
  expect(await copied).toBe("api");
  await screen.findByText(textOf("copy.done", { name: textOf("connect.clientId") }));
});

test("a client that another tool manages says so first, with Export, and may still be changed", async () => {
  const attributes = { "managed-by": "Terraform" };
  const tab = openTab({ client: { attributes } });
  const notice = await screen.findByTestId("managedNotice");
  expect(notice.textContent).toContain(textOf("managed.title", { tool: "Terraform" }));
  expect((await rowOf("user-lookup")).query("applyPreset")).not.toBe(null);
  await tab.user.click(screen.getByTestId("exportManaged"));
  await screen.findByTestId("exportDialog");
});

test("who exports a client says which tool manages it, and takes that back", async () => {
  const dialog = openDialog("export", {
    client: { attributes: { "access.token.lifespan": "60" } },
  });
  const attributes = () => dialog.client().settings.attributes;
  await dialog.user.selectOptions(await screen.findByTestId("managedBy"), "Ansible");
  await waitFor(() =>
    expect(attributes()).toEqual({ "access.token.lifespan": "60", "managed-by": "Ansible" }),
  );
  await waitFor(() => expect(textIn("managedBy")).toBe("Ansible"));
  await dialog.user.selectOptions(screen.getByTestId("managedBy"), "");
  await waitFor(() => expect(attributes()).toEqual({ "access.token.lifespan": "60" }));
});

test("where the tool can't be saved, that is said", async () => {
  const dialog = openDialog("export");
  const field = await screen.findByTestId("managedBy");
  dialog.faults.push({ request: /^PUT \/clients\//, fault: answering(403) });
  await dialog.user.selectOptions(field, "Ansible");
  await screen.findByText(textOf("problem.forbidden"));
  expect(textIn("managedBy")).toBe("");
});

test("a format that takes other roles, or leaves the client scope out, says so", async () => {
  const dialog = openDialog("export", {
    roles: lookup,
    context: { consoleScript: "main-of-a-later-version.js" },
    arrange: ({ realm }) => realm.makeClientScope("kc-admin-api"),
  });
  await screen.findByTestId("exportText");
  expect(screen.queryByTestId("export-overwrites")).toBe(null);
  expect(screen.queryByTestId("export-leavesClientScope")).toBe(null);
  await dialog.user.selectOptions(screen.getByTestId("exportFormat"), "realm-json");
  await screen.findByTestId("export-overwrites");
  expect(screen.getByTestId("export-leavesClientScope").textContent).toContain("kc-admin-api");
});
