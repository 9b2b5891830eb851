import type { Store } from "../../access/custom/store-of.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import type { EditorBegin } from "./editor-begin.ts";

interface PresetEditorProps {
  readonly api: AdminApi;
  /** The store as it was read. */
  readonly store: Store;
  readonly begin: EditorBegin;
  /** The preset was saved: the store is to be read again. */
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Creates or changes a preset of the realm: its name, its purpose and its roles. */
export function PresetEditor(_: PresetEditorProps) {
  return null;
}
