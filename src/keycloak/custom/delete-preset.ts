import { presetAttribute } from "../../access/custom/store-of.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { writeAttributes } from "../change/write-attributes.ts";
import { readStore } from "./read-store.ts";
import { type StoreChange, valueIn } from "./write-preset.ts";

/**
 * Deletes one preset of a realm. What clients hold stays as it is.
 *
 * @param expected the stored value that was read before
 * @throws AdminApiError when a request fails
 */
export async function deletePreset(
  api: AdminApi,
  id: string,
  expected: string,
): Promise<StoreChange> {
  const before = await readStore(api);
  if (before.kind === "notKnown" || before.kind === "notOurs") return { kind: before.kind };
  const current = valueIn(before, id);
  if (before.kind === "none" || current !== expected) return { kind: "changed", value: current };
  await writeAttributes(api, before.clientUuid, { [presetAttribute(id)]: "" });
  const store = await readStore(api);
  const stored = valueIn(store, id);
  return stored === undefined ? { kind: "done", store } : { kind: "notAsWritten", value: stored };
}
