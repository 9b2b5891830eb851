import type { Store } from "../../access/custom/store-of.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import type { DocumentDialog } from "./document-dialog.ts";

interface CreatePresetProps {
  readonly store: Store;
  /** What the account holds, to begin with. */
  readonly held: readonly RoleReference[];
  readonly onOpen: (dialog: DocumentDialog) => void;
}

/** Creates a preset of the realm: from nothing, from what the client holds or from calls. */
export function CreatePreset({ store, held, onOpen }: CreatePresetProps) {
  const t = useTranslate();
  const open = (roles: readonly RoleReference[], asksForCalls = false) =>
    onOpen({ kind: "document", store, of: { action: "create", roles, asksForCalls } });
  return (
    <>
      <Button variant="link" isInline onClick={() => open([])} data-testid="createPreset">
        {t("ownPreset.create")}
      </Button>
      {held.length === 0 ? null : (
        <Button variant="link" isInline onClick={() => open(held)} data-testid="createFromHeld">
          {t("ownPreset.fromHeld")}
        </Button>
      )}
      <Button variant="link" isInline onClick={() => open([], true)} data-testid="createFromCalls">
        {t("ownPreset.fromCalls")}
      </Button>
    </>
  );
}
