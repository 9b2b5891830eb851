import { screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import type { CuratedPresetId } from "../../../../src/catalog/presets/presets.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { type OpenedList, openList, waitUntilRead } from "../open-list.tsx";
import { labelled, tick } from "../view-setup.ts";

/** A request that assigns roles. */
export const write = /^POST .*role-mappings/;

/** Where the change of a client stands. */
export const stateOf = (clientId: string) =>
  screen.getByTestId(`bulk-${clientId}`).dataset["state"];

/** Where the change of all of them stands. */
export const stage = () => screen.getByTestId("bulkState").dataset["stage"];

export const isBarred = (testId: string) =>
  screen.getByTestId(testId).getAttribute("aria-disabled") === "true";

/** Opens the dialog for all clients that are listed. */
export async function openBulk(settings: Parameters<typeof openList>[0]): Promise<OpenedList> {
  const list = openList(settings);
  await waitUntilRead();
  await changeAll(list);
  return list;
}

/** Opens the dialog for all clients of a list that was read. */
export async function changeAll({ user }: OpenedList): Promise<void> {
  await user.click(labelled(textOf("accounts.chooseAll")));
  await user.click(screen.getByTestId("changeChosen"));
  await screen.findByTestId("bulkDialog");
}

export async function choosePreset({ user }: OpenedList, presetId: CuratedPresetId): Promise<void> {
  await waitFor(() => expect(screen.getByTestId("bulkState").textContent).not.toBe(""));
  await user.click(screen.getByTestId("choosePresets"));
  await tick(user, textOf(`presets.${presetId}`));
}

/** Confirms the change as soon as that can be done, and waits until it ended. */
export async function carryOut({ user }: OpenedList): Promise<void> {
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  await user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stage()).toBe("ended"));
}
