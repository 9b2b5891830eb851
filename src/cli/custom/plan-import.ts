import { checkNames } from "../../access/custom/check-names.ts";
import {
  type CustomPreset,
  type CustomRole,
  customRoleKey,
} from "../../access/custom/custom-preset.ts";
import { customPresetLimits as limits } from "../../access/custom/limits.ts";
import { compareRoles, revisePreset } from "../../access/custom/revise-preset.ts";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import type { Store } from "../../access/custom/store-of.ts";
import { writeCustomPreset } from "../../access/custom/write-custom-preset.ts";
import type { MissingRole } from "../../keycloak/custom/find-named-roles.ts";
import { builtInNames } from "./built-in-names.ts";
import type { FilePreset, FileProblem } from "./presets-in-content.ts";
import { toFileProblem } from "./presets-in-content.ts";
import { withPlace } from "./read-preset-files.ts";

/** What an import does with one preset in one realm. */
export interface PlannedPreset {
  readonly realm: string;
  readonly action: "create" | "change" | "repair" | "none";
  readonly before: CustomPreset | undefined;
  readonly after: CustomPreset;
  /** The stored value that it was planned from. */
  readonly expected: string | undefined;
  readonly gained: readonly CustomRole[];
  readonly lost: readonly CustomRole[];
}

/** What was read of a realm. */
export interface RealmToImport {
  readonly realm: string;
  readonly store: Store;
  /** Roles of the files that can't be assigned in it, by their key. */
  readonly missing: ReadonlyMap<string, MissingRole>;
  /** Whether clients of the realm may be made or changed. */
  readonly isManageable: boolean;
}

/** What an import does in a realm, or why it can't. */
export interface RealmPlan {
  readonly planned: readonly PlannedPreset[];
  /** What is wrong with presets in this realm. */
  readonly problems: readonly FileProblem[];
  /** What is wrong with the realm itself. */
  readonly refusals: readonly string[];
}

function planPreset(realm: string, store: Store, wanted: CustomPreset): PlannedPreset {
  const isFound = store.kind === "found";
  const before = isFound ? store.presets.find(({ id }) => id === wanted.id) : undefined;
  const expected = isFound ? store.values.get(wanted.id) : undefined;
  const after = before === undefined ? wanted : revisePreset(before, wanted);
  const isSame = before !== undefined && writeCustomPreset(before) === writeCustomPreset(after);
  const added = expected === undefined ? "create" : "repair";
  return {
    ...{ realm, before, after, expected },
    action: before === undefined ? added : isSame ? "none" : "change",
    ...compareRoles(before?.roles ?? [], after.roles),
  };
}

const reasons: Readonly<Record<MissingRole, (realm: string, role: CustomRole) => string>> = {
  noClient: (realm, { client }) => `realm ${realm} has no client ${client}`,
  noRole: (realm, { client, role }) =>
    client === undefined
      ? `realm ${realm} has no realm role ${role}`
      : `the client ${client} of realm ${realm} has no role ${role}`,
  notKnown: (realm, { client }) =>
    client === undefined
      ? `the roles of realm ${realm} can't be seen: the client that signs in needs view-realm`
      : `the client ${client} of realm ${realm} can't be seen: the client that signs in needs view-clients`,
};

function missingRoles({ realm, missing }: RealmToImport, file: FilePreset): readonly FileProblem[] {
  return file.preset.roles.flatMap((role, count) => {
    const reason = missing.get(customRoleKey(role));
    if (reason === undefined) return [];
    const problem = {
      source: file.source,
      path: [...file.path, "roles", count],
      text: `roles[${count}]: ${reasons[reason](realm, role)}`,
    };
    return [withPlace(file, problem)];
  });
}

function problemsOf(
  target: RealmToImport,
  file: FilePreset,
  kept: readonly CustomPreset[],
): readonly FileProblem[] {
  const named = checkNames(file.preset, builtInNames, kept).map((problem) => {
    const { text, ...at } = withPlace(file, toFileProblem(file, problem));
    return { ...at, text: `${text} (realm ${target.realm})` };
  });
  return [...named, ...missingRoles(target, file)];
}

function refusalsOf(
  { realm, store, isManageable }: RealmToImport,
  planned: readonly PlannedPreset[],
): readonly string[] {
  if (store.kind === "notKnown") {
    return [
      `Realm ${realm}: clients can't be seen. The client that signs in needs manage-clients.`,
    ];
  }
  if (store.kind === "notOurs") {
    return [
      `Realm ${realm}: its client ${storeClientId} wasn't made for presets. Rename or delete that client.`,
    ];
  }
  const changes = planned.filter(({ action }) => action !== "none");
  const stored = store.kind === "found" ? store.values.size : 0;
  const count = stored + changes.filter(({ expected }) => expected === undefined).length;
  const long = changes.filter(({ after }) => writeCustomPreset(after).length > limits.value);
  return [
    ...(changes.length > 0 && !isManageable
      ? [
          `Realm ${realm}: its clients can't be changed. The client that signs in needs manage-clients.`,
        ]
      : []),
    ...(count > limits.presets
      ? [`Realm ${realm}: it would have ${count} presets; at most ${limits.presets} are stored.`]
      : []),
    ...long.map(
      ({ after }) =>
        `Realm ${realm}: the preset ${after.id} is too long for an attribute of ${limits.value} characters.`,
    ),
  ];
}

/** What an import of presets does in a realm. */
export function planImport(target: RealmToImport, files: readonly FilePreset[]): RealmPlan {
  const { realm, store } = target;
  const planned = files.map(({ preset }) => planPreset(realm, store, preset));
  const ids = new Set(files.map(({ preset }) => preset.id));
  const kept = store.kind === "found" ? store.presets.filter(({ id }) => !ids.has(id)) : [];
  const refusals = refusalsOf(target, planned);
  const isOpen = store.kind === "none" || store.kind === "found";
  const problems = isOpen ? files.flatMap((file) => problemsOf(target, file, kept)) : [];
  return { planned, problems, refusals };
}
