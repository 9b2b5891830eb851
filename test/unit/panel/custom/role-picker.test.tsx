// @vitest-environment happy-dom
/** Finding roles for a preset: among those of the realm and of all its clients, page by page. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { type CustomRole, customRoleKey } from "../../../../src/access/custom/custom-preset.ts";
import { answering, type ServedKeycloak } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { customPreset, type OpenedEditor, openEditor } from "./open-editor.tsx";

const empty = { kind: "new", name: "Sync", roles: [] } as const;

function makeBilling({ realm }: Pick<ServedKeycloak, "realm">, count = 2): void {
  const billing = realm.makeClient({ clientId: "billing" });
  for (let number = 0; number < count; number += 1) {
    realm.makeClientRole(billing, `invoice-${String(number).padStart(5, "0")}`);
  }
}

/** An empty editor that has asked for all that it asks for by itself. */
async function open(settings: Parameters<typeof openEditor>[1] = {}): Promise<OpenedEditor> {
  vi.spyOn(history, "back").mockReturnValue(undefined);
  const editor = await openEditor(empty, { stored: [customPreset()], ...settings });
  await waitFor(() => expect(screen.queryByTestId("rolePicker")).not.toBe(null));
  return editor;
}

const searchFor = ({ user }: OpenedEditor, text: string) =>
  user.type(within(screen.getByTestId("roleSearch")).getByRole("textbox"), text);

const found = (role: CustomRole) => screen.findByTestId(`found-${customRoleKey(role)}`);

const requestsAbout = ({ sent }: OpenedEditor, part: RegExp) => sent.filter((it) => part.test(it));

test("nothing is read before something is typed or opened", async () => {
  const editor = await open();
  expect(requestsAbout(editor, /roles|clients\?/)).toEqual([]);
  await editor.user.click(screen.getByTestId("open-group-realm"));
  await found({ role: "offline_access" });
  expect(requestsAbout(editor, /\/roles/)).toEqual(["GET /roles?first=0&max=21"]);
});

test("what is typed is looked for once, among admin roles, realm roles and clients", async () => {
  const editor = await open({
    arrange: ({ realm }) => {
      realm.makeRealmRole("view-reports");
      realm.makeClient({ clientId: "View-Client" });
    },
  });
  await searchFor(editor, "view");
  const admin = await found({ client: "realm-management", role: "view-clients" });
  expect(admin.textContent).toContain(textOf("filter.risk.critical"));
  expect(admin.textContent).toContain("realm-management");
  expect(admin.textContent).not.toContain("role_view-clients");
  const ofRealm = await found({ role: "view-reports" });
  expect(ofRealm.textContent).toContain(textOf("custom.role.ofRealm"));
  await screen.findByTestId("client-View-Client");
  expect(requestsAbout(editor, /^GET \/roles/)).toEqual(["GET /roles?search=view&first=0&max=21"]);
});

test("of thousands of roles, a page is read at a time", async () => {
  const editor = await open({ arrange: (served) => makeBilling(served, 3000) });
  await searchFor(editor, "billing");
  const client = await screen.findByTestId("client-billing");
  await editor.user.click(within(client).getByRole("button"));
  await found({ client: "billing", role: "invoice-00019" });
  expect(
    screen.queryByTestId(`found-${customRoleKey({ client: "billing", role: "invoice-00020" })}`),
  ).toBe(null);
  await editor.user.click(within(client).getByTestId("showMore"));
  await found({ client: "billing", role: "invoice-00039" });
  expect(requestsAbout(editor, /first=20&max=21/)).toHaveLength(1);
});

test("what follows a client's ID is looked for among its roles, which are shown at once", async () => {
  const editor = await open({ arrange: (served) => makeBilling(served, 3000) });
  await searchFor(editor, "billing 02999");
  const role = await found({ client: "billing", role: "invoice-02999" });
  await editor.user.click(within(role).getByRole("checkbox"));
  expect(screen.getByTestId("chosenRoles").textContent).toContain("invoice-02999");
  await editor.user.click(within(role).getByRole("checkbox"));
  expect(screen.queryByTestId("chosenRoles")).toBe(null);
});

test("the roles of all clients are searched once that is asked for", async () => {
  const editor = await open({
    arrange: (served) => {
      makeBilling(served, 30);
      const other = served.realm.makeClient({ clientId: "shop" });
      served.realm.makeClientRole(other, "read-invoice");
    },
  });
  await searchFor(editor, "invoice");
  await editor.user.click(await screen.findByTestId("searchAll"));
  await found({ client: "shop", role: "read-invoice" });
  await found({ client: "billing", role: "invoice-00000" });
  const all = screen.getByTestId("allClients");
  const { length: count } = editor.realm.dump().clients;
  await waitFor(() =>
    expect(all.textContent).toContain(textOf("custom.sweep.done", { text: "invoice", count })),
  );
  expect(all.textContent).toContain(textOf("custom.sweep.cut"));
});

test("a search that failed is tried again", async () => {
  const editor = await open();
  editor.faults.push({ request: /^GET \/roles/, fault: answering(500) });
  await editor.user.click(screen.getByTestId("open-group-realm"));
  await screen.findByText(textOf("custom.found.failed"), { exact: false });
  await editor.user.click(screen.getByTestId("retrySearch"));
  await found({ role: "offline_access" });
});

test("roles that the administrator can't see are told as such, not as missing", async () => {
  const editor = await open({
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["manage-clients"] }),
  });
  await searchFor(editor, "offline");
  const group = screen.getByTestId("group-realm");
  await waitFor(() => expect(group.textContent).toContain(textOf("custom.found.hidden")));
  await waitFor(() =>
    expect(screen.getByTestId("group-admin").textContent).toContain(textOf("custom.found.none")),
  );
});

test("a preset with as many roles as it may have gets no more, which is said", async () => {
  const roles = Array.from({ length: 200 }, (_, number) => ({ role: `role-${number}` }));
  const stored = customPreset({ roles });
  vi.spyOn(history, "back").mockReturnValue(undefined);
  const editor = await openEditor({ kind: "edit", preset: stored }, { stored: [stored] });
  expect(screen.getByTestId("customFull").textContent).toBe(textOf("custom.add.full"));
  await editor.user.click(screen.getByTestId("open-group-realm"));
  const role = await found({ role: "offline_access" });
  expect(within(role).getByRole<HTMLInputElement>("checkbox").disabled).toBe(true);
  const [first] = screen.getAllByTestId("removeRole");
  if (first !== undefined) await editor.user.click(first);
  expect(within(role).getByRole<HTMLInputElement>("checkbox").disabled).toBe(false);
});

test("admin roles of another realm can't be chosen in master", async () => {
  const editor = await open({
    realm: "master",
    arrange: ({ keycloak }) => keycloak.master.makeClient({ clientId: "shop-realm" }),
  });
  await searchFor(editor, "shop");
  await screen.findByText(textOf("custom.otherRealm", { client: "shop-realm" }));
  expect(screen.queryByTestId("client-shop-realm")).toBe(null);
});
