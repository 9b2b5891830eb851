import { type NamedRole, storeClient, storeFormat } from "../state/own-preset.ts";

/** A preset as the server has its document. */
export interface StoredPreset {
  readonly roles: readonly NamedRole[];
  readonly revision: number;
  /** The roles that it had before, by its revisions then. */
  readonly formerly: ReadonlyMap<number, readonly NamedRole[]>;
}

/** A client as the server answers it. */
export interface AnsweredClient {
  readonly id: string;
  readonly clientId: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What of a realm's own presets a client of the store's name has in it. */
export interface StoreTruth {
  readonly kind: "none" | "notOurs" | "found";
  /** The presets that can be read, by id. */
  readonly presets: ReadonlyMap<string, StoredPreset>;
}

const isText = (value: unknown) => typeof value === "string" && value !== "";

const isRole = (value: unknown): value is NamedRole =>
  typeof value === "object" && value !== null && "role" in value && isText(value.role);

const areRoles = (value: unknown): value is readonly NamedRole[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRole);

/** Reads a document; undefined where something is wrong with it. */
function readDocument(text: string): StoredPreset | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { name, roles, revision = 1, formerly = [] } = Object(read);
  if (!isText(name) || !areRoles(roles) || !Array.isArray(formerly)) return undefined;
  return {
    ...{ roles, revision },
    formerly: new Map(formerly.map((former) => [former.revision, former.roles])),
  };
}

/** Finds the store of a realm among all of its clients, as the server lists them to its administrator. */
export function readStoreTruth(clients: readonly AnsweredClient[]): StoreTruth {
  const store = clients.find(({ clientId }) => clientId === storeClient);
  if (store === undefined) return { kind: "none", presets: new Map() };
  const [format, value] = storeFormat;
  if (store.attributes?.[format] !== value) return { kind: "notOurs", presets: new Map() };
  const presets = Object.entries(store.attributes).flatMap(([name, text]) => {
    const preset = name.startsWith("preset.") ? readDocument(text) : undefined;
    return preset === undefined ? [] : [[name.slice("preset.".length), preset] as const];
  });
  return { kind: "found", presets: new Map(presets) };
}
