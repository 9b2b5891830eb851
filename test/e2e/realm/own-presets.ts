import type { TestBed } from "./test-bed.ts";

/** A preset's document as its attribute has it. */
export interface OwnPreset {
  readonly name: string;
  readonly purpose?: string;
  readonly roles: readonly { readonly client?: string; readonly role: string }[];
  readonly revision?: number;
  readonly formerly?: readonly {
    readonly revision: number;
    readonly roles: OwnPreset["roles"];
  }[];
}

const storeId = "service-account-presets";

/** The client that carries a realm's own presets, made by plain requests. */
export async function storePresets(
  { api, realmPath }: TestBed,
  presets: Readonly<Record<string, OwnPreset | string>>,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const attributes = Object.fromEntries(
    Object.entries(presets).map(([id, preset]) => [
      `preset.${id}`,
      typeof preset === "string" ? preset : JSON.stringify(preset),
    ]),
  );
  return api.post(`${realmPath}/clients`, {
    clientId: storeId,
    enabled: false,
    publicClient: true,
    standardFlowEnabled: false,
    fullScopeAllowed: false,
    ...settings,
    attributes: { "service-account-presets.format": "1", ...attributes },
  });
}

/** Changes presets of a store as another program does it. */
export async function changePresets(
  { api, realmPath }: TestBed,
  presets: Readonly<Record<string, OwnPreset>>,
): Promise<void> {
  const [store] = await api.get<{ id: string; attributes: Record<string, string> }[]>(
    `${realmPath}/clients?clientId=${storeId}`,
  );
  if (store === undefined) throw new Error("The realm has no store.");
  const attributes = { ...store.attributes };
  for (const [id, preset] of Object.entries(presets)) {
    attributes[`preset.${id}`] = JSON.stringify(preset);
  }
  await api.put(`${realmPath}/clients/${store.id}`, { ...store, attributes });
}
