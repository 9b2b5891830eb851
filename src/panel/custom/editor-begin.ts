import type { CustomPreset, CustomRole } from "../../access/custom/custom-preset.ts";

/** What the editor of a realm's presets begins with. */
export type EditorBegin =
  /** A preset that isn't stored yet: empty, or with roles of a client, of another preset or of pasted calls. */
  | {
      readonly kind: "new";
      readonly name?: string;
      readonly roles: readonly CustomRole[];
      readonly asksForCalls?: boolean;
    }
  | { readonly kind: "edit"; readonly preset: CustomPreset };
