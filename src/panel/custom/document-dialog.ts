import type { CustomPreset } from "../../access/custom/custom-preset.ts";
import { roleInDocument } from "../../access/custom/realm-presets.ts";
import type { Store } from "../../access/custom/store-of.ts";
import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import type { EditorBegin } from "./editor-begin.ts";

/** What may be done with the document of a preset: an own one is edited or deleted, and any is copied to one. */
export type DocumentAction = "edit" | "delete" | "copy";

/** A dialog about a document: of a preset, or of one that is to be made of roles. */
export interface DocumentDialog {
  readonly kind: "document";
  readonly store: Store;
  readonly of:
    | { readonly action: DocumentAction; readonly preset: Preset }
    | {
        readonly action: "create";
        readonly roles: readonly RoleReference[];
        /** Whether calls are asked for, that roles are then found for. */
        readonly asksForCalls: boolean;
      };
}

/** The document of a preset of the realm; undefined for a curated one, or where the store doesn't have it. */
function documentOf({ id, custom }: Preset, store: Store): CustomPreset | undefined {
  if (custom === undefined || store.kind !== "found") return undefined;
  return store.presets.find((it) => `custom:${it.id}` === id);
}

/** The document that a dialog deletes, or what it begins to edit. */
export function whatToEdit({
  store,
  of,
}: DocumentDialog): { readonly deleted: CustomPreset } | { readonly begin: EditorBegin } {
  if (of.action === "create")
    return {
      begin: {
        kind: "new",
        roles: of.roles.map(roleInDocument),
        asksForCalls: of.asksForCalls,
      },
    };
  const document = documentOf(of.preset, store);
  if (document !== undefined && of.action === "delete") return { deleted: document };
  return {
    begin:
      document !== undefined && of.action === "edit"
        ? { kind: "edit", preset: document }
        : { kind: "new", roles: document?.roles ?? of.preset.roles.map(roleInDocument) },
  };
}
