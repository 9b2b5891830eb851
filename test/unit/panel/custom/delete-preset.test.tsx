// @vitest-environment happy-dom
/** Deleting a preset of a realm: which clients have it, and that they keep their roles. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { markerAttribute } from "../../../../src/access/custom/marker.ts";
import { storeClientId } from "../../../../src/access/custom/store-client-id.ts";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";
import { writePreset } from "../../../../src/keycloak/custom/write-preset.ts";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { customPreset, type OpenedEditor, openDeletion } from "./open-editor.tsx";

const preset = customPreset();

const isBarred = () => screen.getByTestId("confirmDelete").getAttribute("aria-disabled") === "true";

async function confirm({ user }: OpenedEditor): Promise<void> {
  await waitFor(() => expect(isBarred()).toBe(false));
  await user.click(screen.getByTestId("confirmDelete"));
}

const mark = (count: number) => ({
  arrange: ({ realm }: Pick<OpenedEditor, "realm">) => {
    for (let number = 0; number < count; number += 1) {
      const attributes = { [markerAttribute(preset.id)]: "1" };
      realm.makeClient({ clientId: `holder-${number}`, attributes });
    }
    realm.makeClient({ clientId: "other" });
  },
});

const presetsIn = async (dialog: OpenedEditor) => {
  const store = await dialog.store();
  return store.kind === "found" ? store.presets : store.kind;
};

test("a preset is deleted once it is known that no client has it", async () => {
  const dialog = await openDeletion(preset);
  await screen.findByTestId("noHolders");
  await confirm(dialog);
  await waitFor(() => expect(dialog.onDone).toHaveBeenCalledOnce());
  expect(await presetsIn(dialog)).toEqual([]);
});

test("the clients that have it are named before, and keep what they have", async () => {
  const dialog = await openDeletion(preset, mark(2));
  const holders = await screen.findByTestId("holders");
  const names = within(holders)
    .getAllByRole("link")
    .map((link) => link.textContent);
  expect(names).toEqual(["holder-0", "holder-1"]);
  const { textContent } = screen.getByTestId("deletePreset");
  expect(textContent).toContain(textOf("custom.delete.holders", { count: 2 }));
  expect(textContent).toContain(textOf("custom.delete.stays"));
  await confirm(dialog);
  await waitFor(() => expect(dialog.onDone).toHaveBeenCalledOnce());
  const writes = dialog.sent.filter((it) => !it.startsWith("GET"));
  expect(writes).toHaveLength(1);
});

test("of many clients, some are named and the others counted", async () => {
  await openDeletion(preset, mark(25));
  const holders = await screen.findByTestId("holders");
  expect(within(holders).getAllByRole("link")).toHaveLength(20);
  expect(screen.getByTestId("deletePreset").textContent).toContain(
    textOf("custom.delete.more", { count: 5 }),
  );
});

test("where the clients couldn't be read, that is said", async () => {
  const dialog = await openDeletion(preset, {
    meanwhile: ({ faults }) => {
      faults.push({ request: /^GET \/clients/, fault: answering(500) });
    },
  });
  await screen.findByText(textOf("custom.delete.notKnown"), { exact: false });
  await confirm(dialog);
  await waitFor(() => expect(dialog.onDone).toHaveBeenCalledOnce());
});

test("a preset that someone changed meanwhile isn't deleted", async () => {
  const changed = { ...preset, purpose: "Something else" };
  const dialog = await openDeletion(preset, {
    meanwhile: async ({ apiOf }) => {
      await writePreset(apiOf(), changed, writeCustomPreset(preset));
    },
  });
  await confirm(dialog);
  const alert = await screen.findByTestId("customNotStored");
  expect(alert.textContent).toContain(textOf("custom.failed.changed"));
  expect(await presetsIn(dialog)).toEqual([changed]);
});

test("who can't manage the store can't delete", async () => {
  await openDeletion(preset, {
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients"] }),
  });
  await screen.findByTestId("noHolders");
  expect(screen.getByTestId("customReadOnly").textContent).toContain(
    textOf("custom.readOnly.manage", { client: storeClientId }),
  );
  expect(isBarred()).toBe(true);
});

test("cancel closes", async () => {
  const dialog = await openDeletion(preset);
  await dialog.user.click(screen.getByTestId("cancelDelete"));
  expect(dialog.onClose).toHaveBeenCalledOnce();
});
