// @vitest-environment happy-dom
/** Making a client with presets and a credential, as one thing: to its end, or back. */
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { PresetId } from "../../../../src/catalog/presets/presets.ts";
import { longestClientId } from "../../../../src/keycloak/new-client/create-client.ts";
import { createKeyPair } from "../../../../src/session/create-key-pair.ts";
import { answering, cut } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { heldBack } from "../held-back.ts";
import { makeLogin } from "../make-login.ts";
import { listed, type OpenedList, openList, waitUntilRead } from "../open-list.tsx";
import { labelled, tick } from "../view-setup.ts";

const create = /^POST \/clients$/;
const write = /^POST .*role-mappings/;

beforeEach(() => {
  vi.stubGlobal("isSecureContext", true);
});

const verdict = () => screen.getByTestId("newClientIdVerdict").textContent;

const isBarred = () =>
  screen.getByTestId("createNewClient").getAttribute("aria-disabled") === "true";

const textIn = (testId: string) => screen.getByTestId<HTMLTextAreaElement>(testId).value;

const isThere = ({ clientOf }: OpenedList, clientId: string) => clientOf(clientId) !== "";

async function openDialog(settings: Parameters<typeof openList>[0] = {}): Promise<OpenedList> {
  const list = openList(settings);
  await waitUntilRead();
  await list.user.click(screen.getByTestId("newClient"));
  await screen.findByTestId("newClientId");
  return list;
}

/** Names the client, chooses a preset for it, and waits until it can be made. */
async function fill({ user }: OpenedList, clientId: string, presetId?: PresetId): Promise<void> {
  await user.type(screen.getByTestId("newClientId"), clientId);
  if (presetId !== undefined) {
    await user.click(screen.getByTestId("choosePresets"));
    await tick(user, textOf(`presets.${presetId}`));
  }
  await waitFor(() => expect(isBarred()).toBe(false));
}

test("a client is made with a preset, and its secret and a call that works are shown", async () => {
  const list = await openDialog();
  await list.user.type(screen.getByTestId("newClientDescription"), "Sends invoices");
  await fill(list, "billing", "event-reader");
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientDone");
  expect(list.mapped("billing")).toEqual(["view-events"]);
  const secret = `secret of ${list.clientOf("billing")}`;
  expect(textIn("newClientSecret")).toBe(secret);
  await waitFor(() => expect(textIn("newClientCall")).toContain(secret));
  list.faults.push({ request: /^GET \/events/, fault: answering(200) });
  await list.user.click(screen.getByTestId("fix-call"));
  await waitFor(() => expect(screen.getByTestId("check-call").dataset["verdict"]).toBe("ok"));
  // What is shown once is closed by its button alone.
  await list.user.keyboard("{Escape}");
  screen.getByTestId("newClientDone");
  await list.user.click(screen.getByTestId("closeNewClient"));
  await waitFor(() => expect(listed()).toEqual(["billing"]));
});

test("while its name is typed, it is looked for once, and what is wrong with it is said", async () => {
  const list = await openDialog({ accounts: { taken: [] } });
  const { user } = list;
  const field = screen.getByTestId("newClientId");
  expect(isBarred()).toBe(true);
  await user.type(field, " a");
  expect(verdict()).toBe(textOf("newClient.verdict.spaces"));
  await user.clear(field);
  await user.click(field);
  await user.paste("x".repeat(256));
  expect(verdict()).toBe(textOf("newClient.verdict.tooLong", { most: longestClientId }));
  await user.clear(field);
  const before = list.sent.length;
  await user.type(field, "taken");
  expect(verdict()).toBe(textOf("newClient.verdict.checking"));
  await waitFor(() => expect(verdict()).toBe(textOf("newClient.verdict.taken")));
  expect(isBarred()).toBe(true);
  const asked = list.sent.slice(before).filter((request) => request.includes("clientId="));
  expect(asked.length).toBeLessThan(4);
  await user.type(field, "-2");
  await waitFor(() => expect(isBarred()).toBe(false));
});

test("a name that can't be checked can be tried all the same", async () => {
  const list = await openDialog();
  list.faults.push({ request: /^GET \/clients\?.*clientId=some/, fault: answering(403) });
  await list.user.type(screen.getByTestId("newClientId"), "some");
  await waitFor(() => expect(verdict()).toBe(textOf("newClient.verdict.notChecked")));
  expect(isBarred()).toBe(false);
  await list.user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("newClientId")).toBe(null));
});

test("a client with a new key gets its public part, and the private one is shown", async () => {
  const list = await openDialog({
    context: { loadLogin: async () => makeLogin({ createKeyPair }) },
  });
  await list.user.click(labelled(textOf("newClient.credential.keyPair")));
  await fill(list, "billing");
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientDone");
  expect(textIn("newClientKey")).toContain("PRIVATE KEY");
  await waitFor(() => expect(textIn("newClientCall")).toContain("CLIENT_KEY"));
  const made = list.realm.dump().clients.find(({ clientId }) => clientId === "billing");
  expect(made?.settings.clientAuthenticatorType).toBe("client-jwt");
  expect(JSON.stringify(made)).not.toContain("PRIVATE KEY");
});

test("where keys can't be made, nothing is made, and that is said", async () => {
  const list = await openDialog();
  await list.user.click(labelled(textOf("newClient.credential.keyPair")));
  await fill(list, "billing");
  await list.user.click(screen.getByTestId("createNewClient"));
  const problem = await screen.findByTestId("presetsProblem");
  expect(problem.textContent).toContain(textOf("newClient.nothingMade"));
  expect(isThere(list, "billing")).toBe(false);
});

test("on a page over plain http no keys are offered", async () => {
  vi.stubGlobal("isSecureContext", false);
  await openDialog();
  const option = labelled<HTMLInputElement>(textOf("newClient.credential.keyPair"));
  expect(option.disabled).toBe(true);
});

test("keys at an address need an address", async () => {
  const list = await openDialog();
  await list.user.click(labelled(textOf("newClient.credential.jwksUrl")));
  await list.user.type(screen.getByTestId("newClientId"), "billing");
  await waitFor(() => expect(verdict()).toBe(textOf("newClient.verdict.free")));
  const field = screen.getByTestId("newClientJwksUrl");
  await list.user.type(field, "no");
  expect(isBarred()).toBe(true);
  await list.user.clear(field);
  await list.user.type(field, "https://billing.example.org/jwks");
  expect(isBarred()).toBe(false);
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientDone");
  expect(screen.queryByTestId("newClientSecret")).toBe(null);
});

test("a secret that can't be read is said to be under Credentials", async () => {
  const list = await openDialog();
  await fill(list, "billing");
  list.faults.push({ request: /client-secret$/, fault: answering(403) });
  await list.user.click(screen.getByTestId("createNewClient"));
  const done = await screen.findByTestId("newClientDone");
  expect(done.textContent).toContain(textOf("newClient.secretUnread"));
});

test("a refusal makes nothing, and the form can be sent again", async () => {
  const list = await openDialog();
  await fill(list, "billing", "event-reader");
  list.faults.push({ request: create, fault: answering(403) });
  await list.user.click(screen.getByTestId("createNewClient"));
  const problem = await screen.findByTestId("presetsProblem");
  expect(problem.textContent).toContain(textOf("newClient.nothingMade"));
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientDone");
});

test("while it is made, the form can't be changed, sent twice or closed", async () => {
  const list = await openDialog();
  await fill(list, "billing", "client-management");
  const { fault, letGo } = heldBack();
  list.faults.push({ request: create, fault });
  await list.user.dblClick(screen.getByTestId("createNewClient"));
  expect(isBarred()).toBe(true);
  await list.user.keyboard("{Escape}");
  expect(screen.getByTestId("newClientId").matches(":disabled, fieldset:disabled *")).toBe(true);
  letGo();
  await screen.findByTestId("newClientDone");
  expect(list.sent.filter((request) => create.test(request))).toHaveLength(1);
});

test("a client whose roles are refused is told, and Continue gives them", async () => {
  const list = await openDialog();
  await fill(list, "billing", "event-reader");
  list.faults.push({ request: write, fault: answering(403) });
  await list.user.click(screen.getByTestId("createNewClient"));
  const told = await screen.findByTestId("newClientLines");
  expect(told.textContent).toContain("view-events");
  await list.user.click(screen.getByTestId("continueNewClient"));
  await screen.findByTestId("newClientDone");
  expect(list.mapped("billing")).toEqual(["view-events"]);
});

test("a client whose roles are refused can be deleted again", async () => {
  const list = await openDialog();
  await fill(list, "billing", "event-reader");
  list.faults.push({ request: write, fault: answering(403) });
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientLines");
  list.faults.push({ request: /^DELETE \/clients/, fault: answering(403) });
  await list.user.click(screen.getByTestId("undoNewClient"));
  await waitFor(() => expect(screen.getByTestId("presetsProblem").textContent).toContain("403"));
  expect(isThere(list, "billing")).toBe(true);
  await list.user.click(screen.getByTestId("undoNewClient"));
  await screen.findByTestId("newClientId");
  expect(isThere(list, "billing")).toBe(false);
});

const limited = ["view-clients", "manage-clients", "view-users", "manage-users", "view-realm"];

test("only presets whose roles the person may give are offered, and how many aren't is said", async () => {
  const { user } = await openDialog({ adminRoles: limited });
  await screen.findByTestId("withheldPresets");
  await user.click(screen.getByTestId("choosePresets"));
  expect(screen.queryAllByText(textOf("presets.user-lookup")).length).toBeGreaterThan(0);
  expect(screen.queryAllByText(textOf("presets.event-reader"))).toEqual([]);
});

test("who may not make a client with roles is told so, and the button is barred", async () => {
  const { user } = await openDialog({ adminRoles: ["view-clients", "view-users"] });
  const lacking = await screen.findByTestId("newClientLacking");
  expect(lacking.textContent).toContain("manage-clients and manage-users");
  await user.type(screen.getByTestId("newClientId"), "billing");
  await waitFor(() => expect(verdict()).toBe(textOf("newClient.verdict.free")));
  expect(isBarred()).toBe(true);
});

test("roles that the person may no longer give leave the client alone, and are named", async () => {
  const list = await openDialog({ adminRoles: [...limited, "view-events"] });
  await fill(list, "billing", "event-reader");
  const { realm } = list;
  const bert = realm.dump().users.find(({ username }) => username === "holder of bert");
  realm.unmapRoles(bert?.id ?? "", [realm.findRole("view-events", realm.adminClientUuid).id]);
  await list.user.click(screen.getByTestId("createNewClient"));
  const problem = await screen.findByTestId("presetsProblem");
  expect(problem.textContent).toContain("view-events");
  expect(list.mapped("billing")).toEqual([]);
  await list.user.click(screen.getByTestId("closeNewClient"));
  await waitFor(() => expect(listed()).toEqual(["billing"]));
});

test("where nobody knows whether it was made, that is said, and Continue finds out", async () => {
  const list = await openDialog();
  await fill(list, "billing");
  list.faults.push({ request: create, fault: cut });
  for (let tries = 0; tries < 4; tries += 1) {
    list.faults.push({ request: /^GET \/clients\/[^/]+$/, fault: answering(403) });
  }
  await list.user.click(screen.getByTestId("createNewClient"));
  const told = await screen.findByTestId("newClientLines");
  expect(told.textContent).toContain(textOf("newClient.line.unknown", { clientId: "billing" }));
  list.faults.length = 0;
  await list.user.click(screen.getByTestId("continueNewClient"));
  await screen.findByTestId("newClientDone");
  expect(isThere(list, "billing")).toBe(true);
});

test("what the administrator lacks is said before anything is made", async () => {
  await openDialog({
    arrange: ({ faults }) => {
      // The console's own question, which is not one of the Admin API. The list behind the dialog asks it too.
      const own = { realm_access: { demo: ["view-users"] } };
      const fault = { request: /\/console\/whoami/, fault: answering(200, own) };
      faults.push(fault, fault);
    },
  });
  const notice = await screen.findByTestId("newClientLacking");
  expect(notice.textContent).toContain("manage-clients");
});

test("presets that can't be read can be read again", async () => {
  const list = openList();
  await waitUntilRead();
  list.faults.push({
    request: new RegExp(`^GET /clients/${list.realm.adminClientUuid}/roles$`),
    fault: answering(500),
  });
  await list.user.click(screen.getByTestId("newClient"));
  await list.user.click(await screen.findByTestId("retry"));
  await waitFor(() => expect(screen.queryByTestId("retry")).toBe(null));
  await list.user.click(screen.getByTestId("choosePresets"));
  await screen.findByText(textOf("presets.event-reader"));
});

test("in master the presets are those of the realm that is chosen", async () => {
  const list = await openDialog({
    isOfMaster: true,
    arrange: ({ keycloak: { master } }) => {
      const uuid = master.makeClient({ clientId: "shop-realm", protocol: "" });
      master.makeClientRole(uuid, "view-events");
    },
  });
  await list.user.click(screen.getByTestId("choosePresets"));
  await tick(list.user, textOf("presets.realm-creation"));
  await list.user.click(screen.getByTestId("realmPicker"));
  await list.user.click(await screen.findByText("shop"));
  // What one realm has another may lack.
  await waitFor(() => expect(screen.queryByTestId("chosenPresets")).toBe(null));
  await fill(list, "seller", "event-reader");
  expect(screen.queryByText(textOf("presets.realm-creation"))).toBe(null);
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientDone");
  expect(list.mapped("seller")).toEqual(["view-events"]);
});
