import { render } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { type Mock, vi } from "vitest";
import type { CustomPreset } from "../../../../src/access/custom/custom-preset.ts";
import { presetAttribute, type Store } from "../../../../src/access/custom/store-of.ts";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";
import { createStore } from "../../../../src/keycloak/custom/create-store.ts";
import { readStore } from "../../../../src/keycloak/custom/read-store.ts";
import "../../../../src/panel/context/asked-texts.ts";
// Loaded before the first test, which would wait for it on a busy machine.
import "../../../../src/panel/context/load-knowledge.ts";
import { newClientSnapshot } from "../../../../src/access/rights/new-client-snapshot.ts";
import { PanelContext } from "../../../../src/panel/context/panel-context.ts";
import {
  KnowledgeContext,
  useKnowledgeHandle,
} from "../../../../src/panel/context/use-knowledge.ts";
import { DeletePreset } from "../../../../src/panel/custom/DeletePreset.tsx";
import type { EditorBegin } from "../../../../src/panel/custom/editor-begin.ts";
import { PresetEditor } from "../../../../src/panel/custom/PresetEditor.tsx";
import { type ServedKeycloak, serveKeycloak } from "../../keycloak/serve-keycloak.ts";
import { servedContext } from "../served-context.ts";
import { makeUser } from "../view-setup.ts";

interface EditorSettings {
  /** What is stored before; without it, there is no store. */
  readonly stored?: readonly CustomPreset[];
  /** Changes the server before the store is read. */
  readonly arrange?: (served: ServedKeycloak) => void;
  /** Changes the server after the store was read. */
  readonly meanwhile?: (served: ServedKeycloak) => void | Promise<void>;
  readonly token?: string;
  readonly realm?: "demo" | "master";
}

/** A dialog about the presets of a realm, and the server behind it. */
export interface OpenedEditor extends ServedKeycloak {
  readonly user: UserEvent;
  readonly onDone: Mock<() => void>;
  readonly onClose: Mock<() => void>;
  /** The store as the server has it now. */
  readonly store: () => Promise<Store>;
}

/** Everything that a preset needs, with what a test is about. */
export function customPreset(part: Partial<CustomPreset> = {}): CustomPreset {
  return {
    id: "billing-sync",
    name: "Billing sync",
    purpose: "Books invoices",
    roles: [{ client: "realm-management", role: "view-users" }],
    revision: 1,
    formerly: [],
    ...part,
  };
}

/** Opens the editor of presets. */
export function openEditor(begin: EditorBegin, settings: EditorSettings = {}) {
  return openOf(settings, (api, store, { onDone, onClose }) => (
    <PresetEditor {...{ api, store, begin, onClose }} onSaved={onDone} />
  ));
}

/** Opens the question whether to delete a preset. */
export function openDeletion(preset: CustomPreset, settings: EditorSettings = {}) {
  return openOf({ stored: [preset], ...settings }, (api, store, { onDone, onClose }) => (
    <DeletePreset {...{ api, store, preset, onClose }} onDeleted={onDone} />
  ));
}

type Content = (
  api: ReturnType<ServedKeycloak["apiOf"]>,
  store: Store,
  calls: Pick<OpenedEditor, "onDone" | "onClose">,
) => ReactNode;

async function openOf(settings: EditorSettings, content: Content): Promise<OpenedEditor> {
  const served = serveKeycloak();
  const { realm = "demo", stored, arrange, meanwhile } = settings;
  const token = settings.token ?? (realm === "master" ? "root" : "anna");
  served.keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  const root = served.apiOf(settings.realm === "master" ? "root" : "anna", realm);
  if (stored !== undefined) {
    const values = stored.map((it) => [presetAttribute(it.id), writeCustomPreset(it)]);
    await createStore(root, Object.fromEntries(values));
  }
  arrange?.(served);
  const api = served.apiOf(token, realm);
  const store = await readStore(api);
  await meanwhile?.(served);
  served.sent.length = 0;
  const calls = { onDone: vi.fn<() => void>(), onClose: vi.fn<() => void>() };
  render(
    <PanelContext.Provider value={servedContext(realm, token)}>
      <WithKnowledge>{content(api, store, calls)}</WithKnowledge>
    </PanelContext.Provider>,
  );
  return { ...served, ...calls, user: makeUser(), store: () => readStore(root) };
}

function WithKnowledge({ children }: { readonly children: ReactNode }) {
  const known = newClientSnapshot(nothing, { realm: "demo", administers: "demo" });
  const handle = useKnowledgeHandle(known);
  return <KnowledgeContext.Provider value={handle}>{children}</KnowledgeContext.Provider>;
}

const nothing: Parameters<typeof newClientSnapshot>[0] = {
  roles: new Map(),
  contents: new Map(),
  adminClient: { clientUuid: "", clientId: "", authorizationServicesEnabled: false },
  isMaster: false,
  ownRoles: undefined,
  finePermissions: { kind: "off" },
};
