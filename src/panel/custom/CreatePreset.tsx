import type { RoleReference } from "../../catalog/presets/presets.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { DocumentDialog } from "./document-dialog.ts";
import type { CustomHandle } from "./use-custom-presets.ts";

interface CreatePresetProps {
  readonly custom: CustomHandle;
  /** What the account holds, to begin with. */
  readonly held: readonly RoleReference[];
  readonly onOpen: (dialog: DocumentDialog) => void;
}

/** Creates a preset of the realm, from nothing or from what the client holds; or says why the realm's presets are missing. */
export function CreatePreset({ custom, held, onOpen }: CreatePresetProps) {
  const t = useTranslate();
  if (custom.kind === "loading") return null;
  if (custom.kind === "failed") {
    const { reason } = describeProblem(t, custom.thrown, t("group.custom"));
    return (
      <span className={pf("u-color-200")} data-testid="ownPresetsNotRead">
        {t("ownPreset.notRead", { reason })}
      </span>
    );
  }
  const { store } = custom;
  const open = (roles: readonly RoleReference[]) =>
    onOpen({ kind: "document", store, of: { action: "create", roles } });
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
    </>
  );
}
