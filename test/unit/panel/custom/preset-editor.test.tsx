// @vitest-environment happy-dom
/** Creating and changing a preset of a realm: what is filled in, what is wrong with it, and what is stored. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { customRoleKey } from "../../../../src/access/custom/custom-preset.ts";
import { storeClientId } from "../../../../src/access/custom/store-client-id.ts";
import { presetAttribute } from "../../../../src/access/custom/store-of.ts";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";
import { writePreset } from "../../../../src/keycloak/custom/write-preset.ts";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { customPreset, type OpenedEditor, openEditor } from "./open-editor.tsx";

const viewUsers = { client: "realm-management", role: "view-users" };
const manageRealm = { client: "realm-management", role: "manage-realm" };

beforeEach(() => {
  // A page of a test goes nowhere.
  vi.spyOn(history, "back").mockReset().mockReturnValue(undefined);
});

const type = (testId: string, value: string) =>
  fireEvent.change(screen.getByTestId(testId), { target: { value } });

const isBarred = () => screen.getByTestId("savePreset").getAttribute("aria-disabled") === "true";

const whyNot = () => screen.queryByTestId("whyNotSave")?.textContent;

async function save({ user }: OpenedEditor): Promise<void> {
  await waitFor(() => expect(isBarred()).toBe(false));
  await user.click(screen.getByTestId("savePreset"));
}

const presetsOf = async (editor: OpenedEditor) => {
  const store = await editor.store();
  return store.kind === "found" ? store.presets : store.kind;
};

test("the first preset of a realm makes the client that it is stored in, which is said before", async () => {
  const editor = await openEditor({ kind: "new", roles: [viewUsers] });
  expect(screen.getByTestId("storeNote").textContent).toContain(storeClientId);
  expect(screen.getByTestId("savePreset").textContent).toContain(textOf("custom.saveFirst"));
  type("customName", "  Billing sync ");
  type("customPurpose", "Books\ninvoices");
  await save(editor);
  await waitFor(() => expect(editor.onDone).toHaveBeenCalledOnce());
  expect(await presetsOf(editor)).toEqual([
    customPreset({ purpose: "Books invoices", roles: [viewUsers] }),
  ]);
});

test("where there is a store, a preset is added to it", async () => {
  const stored = customPreset();
  const editor = await openEditor(
    { kind: "new", name: "Other", roles: [viewUsers] },
    { stored: [stored] },
  );
  expect(screen.queryByTestId("storeNote")).toBe(null);
  expect(screen.getByTestId("savePreset").textContent).toContain(textOf("custom.save"));
  await save(editor);
  await waitFor(() => expect(editor.onDone).toHaveBeenCalledOnce());
  expect(await presetsOf(editor)).toEqual([
    stored,
    customPreset({ id: "other", name: "Other", purpose: "" }),
  ]);
});

test.each([
  ["", "empty", textOf("custom.flaw.empty")],
  ["x".repeat(81), "tooLong", textOf("custom.flaw.tooLong", { limit: 80 })],
  ["Sync\u202e", "invisibleCharacters", textOf("custom.flaw.invisibleCharacters")],
  ["!!!", "noLetter", textOf("custom.flaw.noLetter")],
  ["S\u0443nc", "mixedScripts", textOf("custom.flaw.mixedScripts")],
  ["User Iookup", "lookAlike", textOf("custom.flaw.lookAlike", { other: "User lookup" })],
  ["BILLING-SYNC", "lookAlike", textOf("custom.flaw.lookAlike", { other: "Billing sync" })],
])("the name %j can't be saved, and the field and the button say why", async (name, kind, why) => {
  const editor = await openEditor(
    { kind: "new", roles: [viewUsers] },
    { stored: [customPreset()] },
  );
  type("customName", name);
  expect(screen.getByTestId(`problem-name-${kind}`).textContent).toBe(why);
  expect(isBarred()).toBe(true);
  expect(whyNot()).toBe(why);
  await editor.user.click(screen.getByTestId("savePreset"));
  expect(editor.sent.filter((it) => !it.startsWith("GET"))).toEqual([]);
});

test("a purpose that is too long can't be saved", async () => {
  await openEditor({ kind: "new", name: "Sync", roles: [viewUsers] });
  type("customPurpose", "x".repeat(301));
  expect(screen.getByTestId("problem-purpose-tooLong").textContent).toBe(
    textOf("custom.flaw.tooLong", { limit: 300 }),
  );
  expect(isBarred()).toBe(true);
});

test("a preset without roles can't be saved", async () => {
  const editor = await openEditor({ kind: "new", name: "Sync", roles: [viewUsers] });
  await waitFor(() => expect(isBarred()).toBe(false));
  await editor.user.click(screen.getByTestId("removeRole"));
  expect(whyNot()).toBe(textOf("custom.flaw.noRoles"));
  expect(isBarred()).toBe(true);
});

test("the most dangerous role comes first, with the reason, and the worst of all is told", async () => {
  const billing = { client: "billing", role: "write" };
  const editor = await openEditor(
    { kind: "new", roles: [billing, viewUsers, manageRealm, manageRealm] },
    {
      arrange: ({ realm }) => {
        realm.makeClientRole(realm.makeClient({ clientId: "billing" }), "write");
      },
    },
  );
  const listed = within(screen.getByTestId("chosenRoles"))
    .getAllByRole("listitem")
    .map((item) => item.dataset["testid"]);
  expect(listed).toEqual(
    [manageRealm, viewUsers, billing].map((role) => `chosen-${customRoleKey(role)}`),
  );
  const dangerous = screen.getByTestId(`chosen-${customRoleKey(manageRealm)}`).textContent;
  expect(dangerous).toContain(textOf("consequence.becomesRealmAdmin.reason"));
  expect(screen.getByTestId(`chosen-${customRoleKey(billing)}`).textContent).toContain(
    textOf("custom.role.notMeasured"),
  );
  expect(screen.getByTestId("customWorst").textContent).toContain(
    textOf("consequence.becomesRealmAdmin"),
  );
  expect(screen.getByTestId("customUnmeasured").textContent).toBe(
    textOf("custom.unmeasured", { count: 1 }),
  );
  await waitFor(() =>
    expect(screen.getByTestId("customReach").textContent).toContain(
      textOf("reach.kind.canEscalate"),
    ),
  );
  await waitFor(() =>
    expect(screen.getByTestId("customPower").getAttribute("aria-busy")).toBe("false"),
  );
  expect(editor.sent.filter((it) => it.includes("/roles?")).length).toBeGreaterThan(0);
});

test("admin roles in a composite role of any name count, and other roles in it are named", async () => {
  const outer = { role: "support" };
  await openEditor(
    { kind: "new", roles: [outer] },
    {
      arrange: ({ realm }) => {
        const made = realm.makeRealmRole("support");
        const admin = realm.findRole("realm-admin", realm.adminClientUuid);
        realm.addComposites(made.id, [admin.id, realm.makeRealmRole("other").id]);
      },
    },
  );
  const chosen = screen.getByTestId(`chosen-${customRoleKey(outer)}`);
  await waitFor(() => expect(chosen.textContent).toContain(textOf("consequence.isRealmAdmin")));
  expect(chosen.textContent).toContain("realm-admin");
  expect(chosen.textContent).toContain(textOf("custom.role.others", { roles: "other" }));
  expect(screen.getByTestId("customWorst").textContent).toContain(
    textOf("consequence.isRealmAdmin"),
  );
});

test("what a composite role includes is no claim where it can't be read", async () => {
  const outer = { role: "support" };
  await openEditor(
    { kind: "new", roles: [outer] },
    {
      arrange: ({ realm, faults }) => {
        const made = realm.makeRealmRole("support");
        realm.addComposites(made.id, [realm.makeRealmRole("other").id]);
        faults.push({ request: /^GET \/roles-by-id\//, fault: answering(403) });
      },
    },
  );
  const chosen = screen.getByTestId(`chosen-${customRoleKey(outer)}`);
  await waitFor(() => expect(chosen.textContent).toContain(textOf("custom.role.contentNotKnown")));
  const worst = screen.getByTestId("customWorst").textContent;
  expect(worst).toContain(textOf("custom.worst.unreadable"));
  expect(worst).not.toContain(textOf("custom.worst.none"));
});

test("roles that the realm doesn't have are told, and names are shown with what nobody would see", async () => {
  const gone = { client: "gone\u202e", role: "a" };
  const missing = { role: ".." };
  await openEditor({ kind: "new", roles: [gone, missing] });
  const chosen = screen.getByTestId(`chosen-${customRoleKey(gone)}`);
  await waitFor(() =>
    expect(chosen.textContent).toContain(textOf("custom.role.noClient", { client: "gone\\u202e" })),
  );
  await waitFor(() =>
    expect(screen.getByTestId(`chosen-${customRoleKey(missing)}`).textContent).toContain(
      textOf("custom.role.noRole"),
    ),
  );
});

test("a change says what clients with the preset gain and lose, and raises the revision", async () => {
  const stored = customPreset();
  const editor = await openEditor({ kind: "edit", preset: stored }, { stored: [stored] });
  expect(whyNot()).toBe(textOf("custom.why.unchanged"));
  expect(screen.queryByTestId("holderChange")).toBe(null);
  await editor.user.type(
    within(screen.getByTestId("roleSearch")).getByRole("textbox"),
    "manage-events",
  );
  const found = await screen.findByTestId(
    `found-${customRoleKey({ client: "realm-management", role: "manage-events" })}`,
  );
  await editor.user.click(within(found).getByRole("checkbox"));
  await editor.user.click(
    within(screen.getByTestId(`chosen-${customRoleKey(viewUsers)}`)).getByTestId("removeRole"),
  );
  expect(screen.getByTestId("gained").textContent).toContain("manage-events");
  expect(screen.getByTestId("lost").textContent).toContain("view-users");
  await save(editor);
  await waitFor(() => expect(editor.onDone).toHaveBeenCalledOnce());
  expect(await presetsOf(editor)).toEqual([
    customPreset({
      roles: [{ client: "realm-management", role: "manage-events" }],
      revision: 2,
      formerly: [{ revision: 1, roles: stored.roles }],
    }),
  ]);
});

test("another name keeps id and revision", async () => {
  const stored = customPreset();
  const editor = await openEditor({ kind: "edit", preset: stored }, { stored: [stored] });
  type("customName", "Billing export");
  await save(editor);
  await waitFor(() => expect(editor.onDone).toHaveBeenCalledOnce());
  expect(await presetsOf(editor)).toEqual([{ ...stored, name: "Billing export" }]);
});

test("who changed the preset meanwhile isn't overwritten, and the person learns what to do", async () => {
  const stored = customPreset();
  const changed = { ...stored, purpose: "Something else" };
  const editor = await openEditor(
    { kind: "edit", preset: stored },
    {
      stored: [stored],
      meanwhile: async ({ apiOf }) => {
        await writePreset(apiOf(), changed, writeCustomPreset(stored));
      },
    },
  );
  type("customName", "Billing export");
  await save(editor);
  const alert = await screen.findByTestId("customNotStored");
  expect(alert.textContent).toContain(textOf("custom.failed.changed"));
  expect(editor.onDone).not.toHaveBeenCalled();
  expect(await presetsOf(editor)).toEqual([changed]);
});

test("a preset that was deleted meanwhile isn't made again", async () => {
  const stored = customPreset();
  const editor = await openEditor(
    { kind: "edit", preset: stored },
    {
      stored: [stored],
      meanwhile: ({ realm }) => {
        const store = realm.dump().clients.find((it) => it.settings.clientId === storeClientId);
        realm.changeClient(store?.id ?? "", {
          attributes: { ...store?.settings.attributes, [presetAttribute(stored.id)]: "" },
        });
      },
    },
  );
  type("customName", "Billing export");
  await save(editor);
  const alert = await screen.findByTestId("customNotStored");
  expect(alert.textContent).toContain(textOf("custom.failed.gone"));
});

test("where it can't be saved, the server's reason is told, and what was typed stays", async () => {
  const editor = await openEditor({ kind: "new", name: "Sync", roles: [viewUsers] });
  editor.faults.push({ request: /^POST \/clients$/, fault: answering(403) });
  await save(editor);
  await screen.findByText(textOf("problem.forbidden"));
  expect(screen.getByTestId<HTMLInputElement>("customName").value).toBe("Sync");
  expect(isBarred()).toBe(false);
});

test("a client of the store's name that isn't the store is left alone", async () => {
  const editor = await openEditor(
    { kind: "new", name: "Sync", roles: [viewUsers] },
    { arrange: ({ realm }) => realm.makeClient({ clientId: storeClientId }) },
  );
  expect(screen.getByTestId("customReadOnly").textContent).toContain(
    textOf("custom.readOnly.notOurs", { client: storeClientId }),
  );
  expect(screen.queryByTestId("savePreset")).toBe(null);
  expect(screen.queryByTestId("rolePicker")).toBe(null);
  expect(editor.sent.filter((it) => !it.startsWith("GET"))).toEqual([]);
});

const bert = (...adminRoles: readonly string[]) => ({
  token: "bert",
  arrange: ({ realm }: Pick<OpenedEditor, "realm">) =>
    realm.makeAdministrator({ token: "bert", adminRoles }),
});

test("who can't manage the store can look at a preset, and is told why not more", async () => {
  const stored = customPreset();
  await openEditor({ kind: "edit", preset: stored }, { stored: [stored], ...bert("view-clients") });
  expect(screen.getByTestId("customReadOnly").textContent).toContain(
    textOf("custom.readOnly.manage", { client: storeClientId }),
  );
  expect(screen.getByTestId<HTMLInputElement>("customName").closest("fieldset")?.disabled).toBe(
    true,
  );
  expect(screen.queryByTestId("removeRole")).toBe(null);
  expect(screen.getByTestId(`chosen-${customRoleKey(viewUsers)}`).textContent).toContain(
    "view-users",
  );
});

test("who can't create clients can't create the first preset", async () => {
  await openEditor({ kind: "new", roles: [] }, bert("view-clients"));
  expect((await screen.findByTestId("customReadOnly")).textContent).toContain(
    textOf("custom.readOnly.create", { role: "manage-clients" }),
  );
});

test("who can't see clients is told that it isn't known whether there are presets", async () => {
  await openEditor({ kind: "new", roles: [] }, bert("view-users"));
  expect(screen.getByTestId("customReadOnly").textContent).toContain(
    textOf("custom.readOnly.notKnown"),
  );
});

test("changes that aren't saved are discarded only after a question", async () => {
  const stored = customPreset();
  const editor = await openEditor({ kind: "edit", preset: stored }, { stored: [stored] });
  type("customName", "Billing export");
  await editor.user.click(screen.getByTestId("closeEditor"));
  expect(editor.onClose).not.toHaveBeenCalled();
  expect(screen.getByTestId("presetNotSaved").textContent).toContain(
    textOf("custom.unsaved.title"),
  );
  await editor.user.click(screen.getByTestId("keepEditing"));
  expect(screen.queryByTestId("presetNotSaved")).toBe(null);
  await editor.user.click(screen.getByTestId("closeEditor"));
  await editor.user.click(screen.getByTestId("discardPreset"));
  expect(editor.onClose).toHaveBeenCalledOnce();
});

test("what wasn't changed is closed at once", async () => {
  const stored = customPreset();
  const editor = await openEditor({ kind: "edit", preset: stored }, { stored: [stored] });
  await editor.user.click(screen.getByTestId("closeEditor"));
  expect(editor.onClose).toHaveBeenCalledOnce();
});

test("in master, the client with the admin roles of the realm is named as it is, and stored as everywhere", async () => {
  const editor = await openEditor({ kind: "new", name: "Sync", roles: [] }, { realm: "master" });
  const search = within(screen.getByTestId("roleSearch")).getByRole("textbox");
  await editor.user.type(search, "view-users");
  const found = await screen.findByTestId(`found-${customRoleKey(viewUsers)}`);
  expect(found.textContent).toContain("master-realm");
  await editor.user.click(within(found).getByRole("checkbox"));
  await save(editor);
  await waitFor(() => expect(editor.onDone).toHaveBeenCalledOnce());
  expect(await presetsOf(editor)).toEqual([
    customPreset({ id: "sync", name: "Sync", purpose: "", roles: [viewUsers] }),
  ]);
});

test("the smallest roles for pasted calls are added, and the server's own roles by these names are looked up", async () => {
  const editor = await openEditor({ kind: "new", roles: [], asksForCalls: true });
  expect(document.activeElement).toBe(screen.getByTestId("pastedCalls"));
  type("pastedCalls", "GET /admin/realms/acme/events\nGET /admin/realms/acme/users/6f0c2a");
  const offer = await screen.findByTestId("roles-view-events-view-users");
  await editor.user.click(
    within(offer).getByRole("button", {
      name: textOf("custom.calls.add", { roles: "view-events and view-users" }),
    }),
  );
  expect(offer.textContent).toBe(
    textOf("custom.calls.chosen", { roles: "view-events and view-users" }),
  );
  const chosen = screen.getByTestId(`chosen-${customRoleKey(viewUsers)}`);
  await waitFor(() => expect(chosen.textContent).toContain("query-users"));
  type("customName", "Audit");
  await save(editor);
  await waitFor(() => expect(editor.onDone).toHaveBeenCalledOnce());
  expect(await presetsOf(editor)).toEqual([
    customPreset({
      ...{ id: "audit", name: "Audit", purpose: "" },
      roles: [{ client: "realm-management", role: "view-events" }, viewUsers],
    }),
  ]);
});

test.each([
  ["no call at all", "hello there", textOf("pasted.nothing")],
  ["a call that no role allows", "POST /admin/realms", textOf("pasted.noRole")],
])("for %s no role is offered, and the editor says so", async (_, text, says) => {
  await openEditor({ kind: "new", roles: [], asksForCalls: true });
  type("pastedCalls", text);
  await waitFor(() => expect(screen.getByTestId("rolesForCalls").textContent).toContain(says));
  expect(screen.queryByTestId(/^roles-/)).toBe(null);
});

test("a role of master is offered in master only", async () => {
  await openEditor({ kind: "new", roles: [], asksForCalls: true }, { realm: "master" });
  type("pastedCalls", "POST /admin/realms");
  expect(await screen.findByTestId("roles-create-realm")).not.toBe(null);
});

test("words find calls, of which one is chosen to find roles for", async () => {
  const { user } = await openEditor({ kind: "new", roles: [], asksForCalls: true });
  type("pastedCalls", "reset password");
  await user.click(await screen.findByRole("button", { name: /^Reset a user's password/ }));
  expect(await screen.findByTestId("roles-manage-users")).not.toBe(null);
});

test("a realm with 200 presets gets no further one, and the editor says so before anything is filled in", async () => {
  const stored = Array.from({ length: 200 }, (_, at) =>
    customPreset({ id: `preset-${at}`, name: `Job number ${at}` }),
  );
  await openEditor({ kind: "new", roles: [viewUsers] }, { stored });
  await waitFor(() =>
    expect(screen.getByTestId("customReadOnly").textContent).toContain(
      textOf("custom.readOnly.full", { limit: 200 }),
    ),
  );
  expect(screen.queryByTestId("savePreset")).toBe(null);
});
