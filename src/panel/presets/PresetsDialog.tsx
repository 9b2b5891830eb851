import { type ReactNode, Suspense } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { emptyPlan, type Goal, type Plan } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { RecordDialog } from "../change/RecordDialog.tsx";
import type { Attempted } from "../change/use-changes.ts";
import { AccessCheck } from "../check/AccessCheck.tsx";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import type { RoleContents } from "../client/use-role-contents.ts";
import { DeletePreset } from "../custom/DeletePreset.tsx";
import { type DocumentDialog, whatToEdit } from "../custom/document-dialog.ts";
import { PresetEditor } from "../custom/PresetEditor.tsx";
import { ConnectDialog } from "../handover/ConnectDialog.tsx";
import { ExportDialog } from "../handover/ExportDialog.tsx";
import { OwnerDialog } from "../ownership/OwnerDialog.tsx";
import { lazily } from "../parts/lazily.ts";
import { PoliciesDialog } from "../permissions/PoliciesDialog.tsx";
import { PlanDialog } from "../plan/PlanDialog.tsx";

const NewClientDialog = lazily(() =>
  import("../new-client/NewClientDialog.tsx").then((module) => module.NewClientDialog),
);

/** A dialog that is open, and what it begins with. */
export type OpenDialog =
  | { readonly kind: "plan"; readonly goal: Goal }
  | { readonly kind: "export"; readonly presets: readonly Preset[] }
  | DocumentDialog
  | { readonly kind: "check" | "connect" | "newClient" | "owner" | "policies" | "record" };

interface PresetsDialogProps {
  readonly dialog: OpenDialog;
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly handle: ClientStateHandle;
  readonly contents: RoleContents;
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  /** Whether a change runs: until it is done nothing else can be begun. */
  readonly isBusy: boolean;
  /** What is told of a change that stopped, where a dialog that stays open made it. */
  readonly failure: ReactNode;
  /** The last change of which something was sent. */
  readonly recorded?: Attempted | undefined;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onClose: () => void;
  /** Carries out what was planned in the dialog; a plan closes by that, a check stays open. */
  readonly onCarryOut: (plan: Plan) => void;
}

/** The dialog that is open. */
export function PresetsDialog(props: PresetsDialogProps) {
  const { dialog, snapshot, states, handle, contents, refusal, isBusy, failure, recorded } = props;
  const { onOpen, onClose, onCarryOut } = props;
  const shared = { snapshot, states, handle, onClose };
  const documents = { api: handle.subject.api, onClose };
  const saved = () => {
    onClose();
    handle.load();
  };
  switch (dialog.kind) {
    case "plan":
      return (
        <PlanDialog
          {...shared}
          contents={contents}
          isBusy={isBusy}
          goal={dialog.goal}
          refusal={refusal}
          onExport={(presets) => onOpen({ kind: "export", presets })}
          onCarryOut={onCarryOut}
        />
      );
    case "check":
      return (
        <AccessCheck
          {...shared}
          isBusy={isBusy}
          failure={failure}
          onShowPolicies={() => onOpen({ kind: "policies" })}
          onFix={(change) => onCarryOut({ ...emptyPlan, change })}
        />
      );
    case "newClient":
      return (
        <Suspense>
          <NewClientDialog suggestedId={`${snapshot.client.clientId}-api`} onClose={onClose} />
        </Suspense>
      );
    case "policies":
      return <PoliciesDialog snapshot={snapshot} handle={handle} onClose={onClose} />;
    case "record":
      return recorded?.outcome.sent === undefined ? null : (
        <RecordDialog attempted={recorded} sent={recorded.outcome.sent} {...{ handle, onClose }} />
      );
    case "owner":
      return <OwnerDialog {...{ snapshot, handle, onClose }} />;
    case "document": {
      const { store } = dialog;
      const what = whatToEdit(dialog);
      return "deleted" in what ? (
        <DeletePreset {...{ ...documents, store }} preset={what.deleted} onDeleted={saved} />
      ) : (
        <PresetEditor {...{ ...documents, store }} begin={what.begin} onSaved={saved} />
      );
    }
    case "connect":
      return <ConnectDialog {...shared} />;
    case "export":
      return <ExportDialog {...shared} presets={dialog.presets} />;
  }
}
