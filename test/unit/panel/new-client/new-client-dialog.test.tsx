// @vitest-environment happy-dom
/** Making a client with presets and a credential, as one thing: to its end, or back. */
import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { PresetId } from "../../../../src/catalog/presets/presets.ts";
// Loaded before the first test, which would wait for them on a busy machine.
import "../../../../src/panel/context/load-knowledge.ts";
import "../../../../src/panel/service-accounts/dialogs.ts";
import { longestClientId } from "../../../../src/keycloak/new-client/create-client.ts";
import { createKeyPair } from "../../../../src/session/create-key-pair.ts";
import { answering, cut } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { heldBack } from "../held-back.ts";
import { makeLogin } from "../make-login.ts";
import { listed, type OpenedList, openList, waitUntilRead } from "../open-list.tsx";
import { labelled } from "../view-setup.ts";

const create = /^POST \/clients$/;
const write = /^POST .*role-mappings/;

beforeEach(() => {
  vi.stubGlobal("isSecureContext", true);
  // A page of a test goes nowhere.
  vi.spyOn(history, "back").mockReset().mockReturnValue(undefined);
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
  await screen.findByTestId("jobs");
  return list;
}

const radioOf = (id: string) => screen.getByTestId(`choice-${id}`).querySelector("input");

/** Chooses a preset from all of them, or none. */
async function choosePreset({ user }: OpenedList, presetId?: PresetId): Promise<void> {
  if (presetId === undefined) {
    await user.click(screen.getByTestId("skipPreset"));
  } else {
    await user.click(screen.getByTestId("jobView-all"));
    await user.click(screen.getByTestId(`choose-${presetId}`).querySelector("input") ?? missing());
    await user.click(screen.getByTestId("nextStep"));
  }
  await screen.findByTestId("newClientId");
}

const missing = () => {
  throw new Error("It is missing.");
};

/** Chooses a preset for the client, names it, and waits until it can be made. */
async function fill(list: OpenedList, clientId: string, presetId?: PresetId): Promise<void> {
  if (screen.queryByTestId("newClientId") === null) await choosePreset(list, presetId);
  await list.user.type(screen.getByTestId("newClientId"), clientId);
  await waitFor(() => expect(isBarred()).toBe(false));
}

/** The secret, which is hidden at first. */
async function revealedSecret({ user }: OpenedList): Promise<string> {
  await user.click(screen.getByTestId("showSecret"));
  return textIn("newClientSecret");
}

test("a client is made with a preset, and what it can and can't do is said", async () => {
  const list = await openDialog();
  await choosePreset(list, "user-lookup");
  await list.user.type(screen.getByTestId("newClientDescription"), "Invoices");
  await fill(list, "api");
  await list.user.click(screen.getByTestId("createNewClient"));
  const done = await screen.findByTestId("newClientDone");
  expect(list.mapped("api").toSorted()).toEqual(["query-users", "view-users"]);
  await waitFor(() => expect(done.textContent).toContain(textOf("newClient.power.readOnly")));
  expect(done.textContent).toContain("api can read users and groups of realm demo.");
  await list.user.click(screen.getByTestId("closeNewClient"));
  await waitFor(() => expect(listed()).toEqual(["api"]));
});

test("where the realm has the client scope for the Admin API, the client gets it on any version", async () => {
  const list = await openDialog({ arrange: ({ realm }) => realm.makeClientScope("kc-admin-api") });
  await fill(list, "api", "event-reader");
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientDone");
  const made = list.realm.dump().clients.find(({ id }) => id === list.clientOf("api"));
  expect(made?.defaultScopes).toContain("kc-admin-api");
});

test("the secret is hidden at first, and in the example request only where that is wanted", async () => {
  const list = await openDialog();
  await fill(list, "api", "event-reader");
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientDone");
  const secret = `secret of ${list.clientOf("api")}`;
  expect(textIn("newClientSecret")).not.toContain(secret);
  expect(await revealedSecret(list)).toBe(secret);
  await waitFor(() => expect(textIn("newClientCall")).toContain("CLIENT_SECRET"));
  expect(textIn("newClientCall")).not.toContain(secret);
  await list.user.click(labelled(textOf("connect.code.withSecret")));
  expect(textIn("newClientCall")).toContain(secret);
  list.faults.push({ request: /^GET \/events/, fault: answering(200) });
  await list.user.click(screen.getByTestId("fix-call"));
  await waitFor(() => expect(screen.getByTestId("check-call").dataset["verdict"]).toBe("ok"));
});

test("while its name is typed, it is looked for once, and what is wrong with it is said", async () => {
  const list = await openDialog({ accounts: { taken: [] } });
  const { user } = list;
  await choosePreset(list);
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
  await choosePreset(list);
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
  await choosePreset(list);
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

/** Makes a client whose private key is nowhere but in the dialog. */
async function makeWithKey(clientId = "billing"): Promise<OpenedList> {
  const list = await openDialog({
    context: { loadLogin: async () => makeLogin({ createKeyPair }) },
  });
  await choosePreset(list);
  await list.user.click(labelled(textOf("newClient.credential.keyPair")));
  await fill(list, clientId);
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientKey");
  return list;
}

/** Whether the browser would ask before the page is left. */
function isLeavingAsked(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

describe("a private key that was not saved", () => {
  test("isn't closed before a person says so, by a button or by Escape", async () => {
    const { user } = await makeWithKey();
    await user.keyboard("{Escape}");
    await screen.findByTestId("keyNotSaved");
    await user.click(screen.getByTestId("backToKey"));
    expect(screen.queryByTestId("keyNotSaved")).toBe(null);
    await user.click(screen.getByTestId("openNewClient"));
    await screen.findByTestId("keyNotSaved");
    await user.click(screen.getByTestId("backToKey"));
    await user.click(screen.getByTestId("closeNewClient"));
    await user.click(await screen.findByTestId("discardKey"));
    await waitFor(() => expect(listed()).toEqual(["billing"]));
  });

  test("keeps the page from being left, until it is downloaded", async () => {
    const { user } = await makeWithKey('a/"b"');
    await waitFor(() => expect(isLeavingAsked()).toBe(true));
    const link = screen.getByTestId("downloadKey");
    expect(link.getAttribute("download")).toBe("a-b-private-key.pem");
    await waitFor(() => expect(textIn("newClientCall")).toContain("a-b-private-key.pem"));
    // A page of a test goes nowhere.
    link.addEventListener("click", (event) => event.preventDefault());
    await user.click(link);
    expect(isLeavingAsked()).toBe(false);
    await user.click(screen.getByTestId("closeNewClient"));
    await waitFor(() => expect(listed()).toEqual(['a/"b"']));
  });

  test("isn't left by Back before a person says so, and Back isn't held once it is saved", async () => {
    const { user } = await makeWithKey();
    expect(isLeavingAsked()).toBe(true);
    act(() => window.dispatchEvent(new Event("popstate")));
    await screen.findByTestId("keyNotSaved");
    await user.click(screen.getByTestId("backToKey"));
    expect(history.back).not.toHaveBeenCalled();
    await user.click(screen.getByTestId("newClientKey-copy"));
    await waitFor(() => expect(history.back).toHaveBeenCalledOnce());
    act(() => window.dispatchEvent(new Event("popstate")));
    expect(screen.queryByTestId("keyNotSaved")).toBe(null);
  });

  test("is as good as saved once it is copied", async () => {
    const { user } = await makeWithKey();
    await user.click(screen.getByTestId("newClientKey-copy"));
    await waitFor(() => expect(isLeavingAsked()).toBe(false));
    await user.click(screen.getByTestId("closeNewClient"));
    await waitFor(() => expect(listed()).toEqual(["billing"]));
  });
});

test("where keys can't be made, nothing is made, and that is said", async () => {
  const list = await openDialog();
  await choosePreset(list);
  await list.user.click(labelled(textOf("newClient.credential.keyPair")));
  await fill(list, "billing");
  await list.user.click(screen.getByTestId("createNewClient"));
  const problem = await screen.findByTestId("presetsProblem");
  expect(problem.textContent).toContain(textOf("newClient.nothingMade"));
  expect(isThere(list, "billing")).toBe(false);
});

test("on a page over plain http no keys are offered", async () => {
  vi.stubGlobal("isSecureContext", false);
  await choosePreset(await openDialog());
  const option = labelled<HTMLInputElement>(textOf("newClient.credential.keyPair"));
  expect(option.disabled).toBe(true);
});

test("keys at an address need an address", async () => {
  const list = await openDialog();
  await choosePreset(list);
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

test("presets that the person can't grant are shown with the reason, and can't be chosen", async () => {
  const adminRoles = ["view-clients", "manage-clients", "view-users", "manage-users", "view-realm"];
  const list = await openDialog({ adminRoles });
  expect(radioOf("event-reader")?.disabled).toBe(true);
  expect(screen.getByTestId("choice-event-reader").textContent).toContain(
    textOf("newClient.cannotGrant", { roles: "view-events" }),
  );
  expect(radioOf("user-management")?.disabled).toBe(false);
  await list.user.click(screen.getByTestId("jobView-all"));
  expect(screen.getByTestId("choose-event-reader").querySelector("input")?.disabled).toBe(true);
});

test("roles that the server refuses after all leave the client alone, and are named", async () => {
  const adminRoles = ["view-clients", "manage-clients", "view-users", "manage-users", "view-realm"];
  const list = openList({ adminRoles });
  await waitUntilRead();
  // Without an answer nothing is known beforehand.
  list.faults.push({ request: /\/console\/whoami/, fault: answering(403) });
  await list.user.click(screen.getByTestId("newClient"));
  await screen.findByTestId("jobs");
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
  expect(screen.queryByTestId("createdToast")).toBe(null);
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

test("without manage-users it is said, and only a client without a preset can be made", async () => {
  const list = await openDialog({ adminRoles: ["view-clients", "manage-clients", "view-users"] });
  const notice = await screen.findByTestId("newClientLacking");
  expect(notice.textContent).toContain("manage-users");
  expect(radioOf("user-lookup")?.disabled).toBe(true);
  await fill(list, "billing");
});

test("without manage-clients the list's button is disabled and says why", async () => {
  const list = openList({ adminRoles: ["view-clients", "view-users"] });
  await waitUntilRead();
  const button = screen.getByTestId("newClient");
  await waitFor(() => expect(button.getAttribute("aria-disabled")).toBe("true"));
  expect(screen.getByTestId("newClient-why").textContent).toContain("manage-clients");
  await list.user.click(button);
  expect(screen.queryByTestId("newClientDialog")).toBe(null);
});

describe("what the program is for", () => {
  const isNextBarred = () =>
    screen.getByTestId("nextStep").getAttribute("aria-disabled") === "true";

  test("is not chosen beforehand; a card is chosen by its radio button", async () => {
    const { user } = await openDialog();
    const radios = [...screen.getByTestId("jobs").querySelectorAll<HTMLInputElement>("input")];
    expect(radios.filter(({ checked }) => checked)).toEqual([]);
    expect(radios).toHaveLength(6);
    expect(isNextBarred()).toBe(true);
    await user.click(radioOf("user-lookup") ?? missing());
    await user.click(radioOf("usage-statistics") ?? missing());
    expect(radios.filter(({ checked }) => checked)).toHaveLength(1);
    expect(isNextBarred()).toBe(false);
  });

  test("is shown with who does it, its preset, its risk and its reach", async () => {
    await openDialog();
    const card = screen.getByTestId("choice-user-management");
    for (const text of [
      textOf("newClient.job.user-management.who"),
      textOf("presets.user-management"),
      textOf("filter.risk.critical"),
    ]) {
      expect(card.textContent).toContain(text);
    }
    await waitFor(() => expect(card.textContent).toContain("can escalate"));
  });

  test("can be several presets, found by a search", async () => {
    const list = await openDialog();
    const { user } = list;
    await user.click(screen.getByTestId("jobView-all"));
    await user.type(labelled(textOf("newClient.search")), "view-ev");
    expect(screen.queryByTestId("choose-user-lookup")).toBe(null);
    await user.click(screen.getByTestId("choose-event-reader").querySelector("input") ?? missing());
    await user.click(labelled(textOf("search.clear")));
    await user.click(screen.getByTestId("choose-user-lookup").querySelector("input") ?? missing());
    await user.type(labelled(textOf("newClient.search")), "qqq");
    await screen.findByText(textOf("newClient.noMatch"));
    await user.click(screen.getByTestId("nextStep"));
    const chosen = await screen.findByTestId("chosenPresets");
    expect(chosen.textContent).toContain(textOf("presets.user-lookup"));
    expect(chosen.textContent).toContain(textOf("presets.event-reader"));
    await user.click(screen.getByTestId("changePresets"));
    await screen.findByTestId("allPresets");
  });

  test("is found by calls: one preset is recommended, and others are listed", async () => {
    const { user } = await openDialog();
    await user.click(screen.getByTestId("jobView-paste"));
    await user.click(screen.getByTestId("pastedCalls"));
    await user.paste(
      "curl -X GET https://kc.example.org/admin/realms/demo/users\nGET /admin/realms/demo/users/{id}/groups",
    );
    const recommended = await screen.findByTestId("recommended");
    expect(recommended.textContent).toContain(textOf("presets.user-lookup"));
    expect(isNextBarred()).toBe(true);
    await user.click(recommended.querySelector("input") ?? missing());
    expect(isNextBarred()).toBe(false);
    await user.type(screen.getByTestId("pastedCalls"), " ");
    expect(isNextBarred()).toBe(true);
  });

  test("is found by words: the calls that they may mean are offered", async () => {
    const { user } = await openDialog();
    await user.click(screen.getByTestId("jobView-paste"));
    await user.type(screen.getByTestId("pastedCalls"), "impersonate");
    const answer = await screen.findByTestId("pastedAnswer");
    await user.click(answer.querySelector("button") ?? missing());
    await waitFor(() =>
      expect(screen.getByTestId("recommended").textContent).toContain(
        textOf("presets.support-impersonation"),
      ),
    );
  });

  test.each([
    ["text without a call", "hello", textOf("pasted.nothing")],
    ["a call that the server lacks", "GET /admin/realms/demo/nowhere/at/all", "/nowhere/at/all"],
    ["another product's address", "https://api.example.org/v1/pets", "api.example.org"],
  ])("of %s it is said", async (_, text, told) => {
    const { user } = await openDialog();
    await user.click(screen.getByTestId("jobView-paste"));
    await user.click(screen.getByTestId("pastedCalls"));
    await user.paste(text);
    await waitFor(() => expect(screen.getByTestId("newClientDialog").textContent).toContain(told));
    expect(screen.queryByTestId("recommended")).toBe(null);
  });

  test("stays chosen when a person goes back and forth", async () => {
    const list = await openDialog();
    await list.user.click(radioOf("event-reader") ?? missing());
    await list.user.click(screen.getByTestId("nextStep"));
    await list.user.type(await screen.findByTestId("newClientId"), "siem");
    await list.user.click(screen.getByTestId("backToJobs"));
    expect(radioOf("event-reader")?.checked).toBe(true);
    await list.user.click(screen.getByTestId("nextStep"));
    expect((await screen.findByTestId<HTMLInputElement>("newClientId")).value).toBe("siem");
  });

  test("has a warning if the client gets critical power", async () => {
    const list = await openDialog();
    await choosePreset(list, "user-management");
    await screen.findByTestId("planVerdict");
  });
});

test("after a client is created, there is a toast, and its row is in sight and focused", async () => {
  const accounts = Object.fromEntries(
    Array.from({ length: 25 }, (_, number) => [`client-${number + 10}`, ["realm-admin"]]),
  );
  const list = openList({ accounts });
  await waitUntilRead();
  await list.user.type(labelled(textOf("accounts.search")), "client-1");
  await list.user.click(screen.getByTestId("newClient"));
  await screen.findByTestId("jobs");
  await fill(list, "zeta", "user-lookup");
  await list.user.click(screen.getByTestId("createNewClient"));
  await screen.findByTestId("newClientDone");
  const before = list.sent.length;
  await list.user.click(screen.getByTestId("closeNewClient"));
  const toast = await screen.findByTestId("createdToast");
  expect(toast.textContent).toContain(
    textOf("accounts.createdWith", { clientId: "zeta", presets: textOf("presets.user-lookup") }),
  );
  const row = await screen.findByTestId("account-zeta");
  expect(row.dataset["created"]).toBe("true");
  expect(row.textContent).toContain(textOf("accounts.new"));
  await waitFor(() => expect(row.contains(document.activeElement)).toBe(true));
  // Only the client that was made is read, with what ends its roles, and what is asked of every row that is shown.
  const read = list.sent.slice(before).filter((request) => !request.includes("/workflows?"));
  expect(read.filter((request) => /roles\/[^/]+\/users|first=/.test(request))).toEqual([]);
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
  await screen.findByTestId("jobs");
  expect(screen.queryByTestId("retry")).toBe(null);
});

test("in master the presets are those of the realm that is chosen", async () => {
  const list = await openDialog({
    isOfMaster: true,
    arrange: ({ keycloak: { master } }) => {
      const uuid = master.makeClient({ clientId: "shop-realm", protocol: "" });
      master.makeClientRole(uuid, "view-events");
    },
  });
  const { user } = list;
  await user.click(screen.getByTestId("jobView-all"));
  await user.click(screen.getByTestId("choose-realm-creation").querySelector("input") ?? missing());
  await user.click(screen.getByTestId("realmPicker"));
  await user.click(await screen.findByText("shop"));
  // What one realm has another may lack.
  await waitFor(() => expect(screen.queryByTestId("choose-realm-creation")).toBe(null));
  expect((await screen.findByTestId("chosenPresets")).textContent).toBe(
    textOf("newClient.chosenNone"),
  );
  await user.click(
    (await screen.findByTestId("choose-event-reader")).querySelector("input") ?? missing(),
  );
  await user.click(screen.getByTestId("nextStep"));
  await screen.findByTestId("newClientId");
  await fill(list, "seller");
  await user.click(screen.getByTestId("createNewClient"));
  const done = await screen.findByTestId("newClientDone");
  expect(list.mapped("seller")).toEqual(["view-events"]);
  await waitFor(() => expect(done.textContent).toContain("of realm shop"));
});
