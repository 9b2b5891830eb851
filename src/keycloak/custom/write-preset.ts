import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import { customPresetLimits } from "../../access/custom/limits.ts";
import { presetAttribute, type Store } from "../../access/custom/store-of.ts";
import { writeCustomPreset } from "../../access/custom/write-custom-preset.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { writeAttributes } from "../change/write-attributes.ts";
import { createStore } from "./create-store.ts";
import { readStore } from "./read-store.ts";

/** What came of writing or deleting a preset. Nothing was written but where it says so. */
export type StoreChange =
  /** The store as it was read back. */
  | { readonly kind: "done"; readonly store: Store }
  | { readonly kind: "notKnown" }
  /** A client of the store's name isn't the store. */
  | { readonly kind: "notOurs" }
  /** Somebody changed, made or deleted the preset since it was read; the value is undefined if there is none. */
  | { readonly kind: "changed"; readonly value: string | undefined }
  /** As many presets are stored as there may be. */
  | { readonly kind: "full" }
  | { readonly kind: "tooLong"; readonly length: number }
  /** It was written, and the server holds something else. */
  | { readonly kind: "notAsWritten"; readonly value: string | undefined };

/** The value of a preset in a store; undefined if there is none. */
export function valueIn(store: Store, id: string): string | undefined {
  return store.kind === "found" ? store.values.get(id) : undefined;
}

async function createOrConflict(api: AdminApi, attributes: Readonly<Record<string, string>>) {
  try {
    await createStore(api, attributes);
    return true;
  } catch (thrown) {
    if (thrown instanceof AdminApiError && thrown.failure === "conflict") return false;
    throw thrown;
  }
}

/**
 * Writes one preset and leaves the others as they are; the first one makes the store. The store is read right before
 * and after that. Keycloak compares nothing itself: a change of the same preset between that read and the write is lost.
 *
 * @param expected the stored value that the change was made from; undefined for a new preset
 * @throws AdminApiError when a request fails
 */
export async function writePreset(
  api: AdminApi,
  preset: CustomPreset,
  expected: string | undefined,
): Promise<StoreChange> {
  const value = writeCustomPreset(preset);
  if (value.length > customPresetLimits.value) return { kind: "tooLong", length: value.length };
  const before = await readStore(api);
  if (before.kind === "notKnown" || before.kind === "notOurs") return { kind: before.kind };
  const current = valueIn(before, preset.id);
  if (current !== expected) return { kind: "changed", value: current };
  const attributes = { [presetAttribute(preset.id)]: value };
  if (before.kind === "none") {
    // Somebody else made the store meanwhile: it is read again.
    if (!(await createOrConflict(api, attributes))) return writePreset(api, preset, expected);
  } else {
    const isNew = current === undefined;
    if (isNew && before.values.size >= customPresetLimits.presets) return { kind: "full" };
    await writeAttributes(api, before.clientUuid, attributes);
  }
  const store = await readStore(api);
  const stored = valueIn(store, preset.id);
  return stored === value ? { kind: "done", store } : { kind: "notAsWritten", value: stored };
}
