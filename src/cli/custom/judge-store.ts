import { checkNames } from "../../access/custom/check-names.ts";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import type { Store, StoreAlteration } from "../../access/custom/store-of.ts";
import { builtInNames } from "./built-in-names.ts";
import { problemText } from "./problem-text.ts";

const alterations: Readonly<Record<StoreAlteration, string>> = {
  enabled: "it is enabled",
  notPublic: "it has client authentication",
  flow: "it has a flow",
  serviceAccount: "it has a service account",
  authorization: "it has authorization services",
  redirectUri: "it has redirect URIs or web origins",
  fullScope: "it has full scope",
};

/** What is wrong with the presets of a realm, a line each. */
export function storeProblems(realm: string, store: Store): readonly string[] {
  if (store.kind === "notOurs") {
    return [
      `NOT A STORE  ${realm}: its client ${storeClientId} wasn't made for presets, and nothing is written to it. Rename or delete that client.`,
    ];
  }
  if (store.kind !== "found") return [];
  const { presets, broken } = store;
  return [
    ...store.alterations.map(
      (it) => `ALTERED  ${realm}: the client ${storeClientId} was changed: ${alterations[it]}.`,
    ),
    ...broken.flatMap(({ id, problems }) =>
      problems.map((problem) => `BROKEN  ${realm} / ${id}: ${problemText(problem)}`),
    ),
    ...presets.flatMap((preset) =>
      checkNames(preset, builtInNames, presets).map(
        (problem) => `SUSPICIOUS  ${realm} / ${preset.id}: ${problemText(problem)}`,
      ),
    ),
  ];
}

/** That the presets of a realm can't be seen. */
export function hiddenLine(realm: string): string {
  return `Realm ${realm}: clients can't be seen, so its presets are not known. The client needs view-clients.`;
}
