import type { CustomPreset } from "./custom-preset.ts";
import { customPresetLimits } from "./limits.ts";
import { parseCustomPreset } from "./parse-custom-preset.ts";
import type { Problem } from "./problem.ts";

/** Says that a client of that name is the store, and how presets are written in it. */
export const formatAttribute = "service-account-presets.format";

export const currentFormat = "1";

const attributePrefix = "preset.";

/** The name of the attribute that a preset is stored in. */
export function presetAttribute(id: string): string {
  return `${attributePrefix}${id}`;
}

/** The id of the preset that an attribute has; undefined for another attribute. */
export function presetIdOfAttribute(name: string): string | undefined {
  return name.startsWith(attributePrefix) ? name.slice(attributePrefix.length) : undefined;
}

/** What someone changed of a store, so that more than documents may be behind it. */
export type StoreAlteration =
  | "enabled"
  | "notPublic"
  | "flow"
  | "serviceAccount"
  | "authorization"
  | "redirectUri"
  | "fullScope";

/** A preset of a store that can't be read. */
export interface BrokenPreset {
  readonly id: string;
  readonly problems: readonly Problem[];
}

/** A store with what is in it. */
export interface FoundStore {
  readonly kind: "found";
  readonly clientUuid: string;
  /** Ordered by id. */
  readonly presets: readonly CustomPreset[];
  readonly broken: readonly BrokenPreset[];
  /** The values of the attributes of all presets by id, as they were read: a change compares them first. */
  readonly values: ReadonlyMap<string, string>;
  readonly alterations: readonly StoreAlteration[];
  /** Whether the signed-in administrator may change the client, by the server's own answer. */
  readonly isManageable: boolean;
}

/** What a realm's store is. */
export type Store =
  | { readonly kind: "none" }
  /** The signed-in administrator may not see clients. */
  | { readonly kind: "notKnown" }
  /** A client of that name that this product didn't make, or of a format that it doesn't know. */
  | { readonly kind: "notOurs"; readonly clientUuid: string; readonly format: string | undefined }
  | FoundStore;

/** The fields of a store as Keycloak represents the client. */
export const storeSettings = {
  enabled: false,
  publicClient: true,
  bearerOnly: false,
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  serviceAccountsEnabled: false,
  fullScopeAllowed: false,
  frontchannelLogout: false,
} as const;

const isFilled = (value: unknown) => Array.isArray(value) && value.length > 0;

function alterationsOf(
  fields: ReadonlyMap<string, unknown>,
  attributes: ReadonlyMap<string, string>,
): readonly StoreAlteration[] {
  const is = (field: string) => fields.get(field) === true;
  const flows = ["standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled"];
  // Other flows are attributes.
  const flowAttributes = ["oauth2.device.authorization.grant.enabled", "oidc.ciba.grant.enabled"];
  const found: readonly (readonly [StoreAlteration, boolean])[] = [
    ["enabled", is("enabled")],
    ["notPublic", !is("publicClient")],
    ["flow", flows.some(is) || flowAttributes.some((name) => attributes.get(name) === "true")],
    ["serviceAccount", is("serviceAccountsEnabled")],
    ["authorization", is("authorizationServicesEnabled")],
    ["redirectUri", isFilled(fields.get("redirectUris")) || isFilled(fields.get("webOrigins"))],
    ["fullScope", is("fullScopeAllowed")],
  ];
  return found.filter(([, isSo]) => isSo).map(([alteration]) => alteration);
}

/** Whether the server says that the person may change the client; true if it doesn't say. */
function isManageable(access: unknown): boolean {
  if (access === undefined) return true;
  return (
    typeof access === "object" &&
    access !== null &&
    new Map<string, unknown>(Object.entries(access)).get("manage") === true
  );
}

/**
 * The store that a client is.
 *
 * @param clientUuid the client's UUID
 * @param fields the fields of its representation
 * @param attributes those of its attributes that have a value
 */
export function storeOf(
  clientUuid: string,
  fields: ReadonlyMap<string, unknown>,
  attributes: ReadonlyMap<string, string>,
): Store {
  const format = attributes.get(formatAttribute);
  if (format !== currentFormat) return { kind: "notOurs", clientUuid, format };
  const stored = [...attributes]
    .flatMap(([name, value]) => {
      const id = presetIdOfAttribute(name);
      return id === undefined ? [] : [[id, value] as const];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const presets: CustomPreset[] = [];
  const broken: BrokenPreset[] = [];
  const limit = customPresetLimits.presets;
  for (const [place, [id, value]] of stored.entries()) {
    const { preset, problems } =
      place < limit
        ? parseCustomPreset(id, value)
        : {
            problems: [
              { place: "", kind: "tooMany", values: { count: stored.length, limit } } as const,
            ],
          };
    if (preset) presets.push(preset);
    else broken.push({ id, problems });
  }
  return {
    kind: "found",
    clientUuid,
    presets,
    broken,
    values: new Map(stored),
    alterations: alterationsOf(fields, attributes),
    isManageable: isManageable(fields.get("access")),
  };
}
