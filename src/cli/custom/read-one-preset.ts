import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import type { FoundStore } from "../../access/custom/store-of.ts";
import { readStore } from "../../keycloak/custom/read-store.ts";
import { nearestName } from "../arguments/nearest-name.ts";
import { CliError } from "../cli-error.ts";
import type { AskedServer } from "./custom-server.ts";
import { hiddenLine, storeProblems } from "./judge-store.ts";

/**
 * The store of a realm.
 *
 * @throws CliError where it has none, or it can't be seen
 */
export async function readFoundStore(
  { apiOf, explaining }: AskedServer,
  realm: string,
): Promise<FoundStore> {
  const store = await explaining(() => readStore(apiOf(realm)));
  if (store.kind === "found") return store;
  if (store.kind === "none") throw new CliError(`Realm ${realm} has no presets of its own.`);
  throw new CliError(
    ...(store.kind === "notKnown" ? [hiddenLine(realm)] : storeProblems(realm, store)),
  );
}

/**
 * One preset of a store.
 *
 * @throws CliError where there is none with that id, with the nearest one, or it can't be read
 */
export function presetIn(store: FoundStore, realm: string, id: string): CustomPreset {
  const found = store.presets.find((preset) => preset.id === id);
  if (found) return found;
  if (store.values.has(id)) {
    throw new CliError(
      ...storeProblems(realm, {
        ...store,
        presets: [],
        alterations: [],
        broken: store.broken.filter((it) => it.id === id),
      }),
    );
  }
  const nearest = nearestName(id, [...store.values.keys()]);
  const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
  throw new CliError(`Realm ${realm} has no preset "${id}".${hint}`);
}
