import { type ReactNode, Suspense } from "react";
import { isServiceAccountOn } from "../../access/model/account.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Goal } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { summaryOf } from "../../access/presets/preset-summary.ts";
import type { Changes } from "../change/use-changes.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { lazily } from "../parts/lazily.ts";
import { type HeaderDialog, PowerHeader } from "../power/PowerHeader.tsx";

const ServiceAccountOff = lazily(() =>
  import("./dialogs.ts").then((module) => module.ServiceAccountOff),
);
const AccountNotFound = lazily(() =>
  import("./dialogs.ts").then((module) => module.AccountNotFound),
);

interface AccountViewProps {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly handle: ClientStateHandle;
  readonly changes: Changes;
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  readonly onAsk: (dialog: HeaderDialog | "newClient") => void;
  readonly onPlan: (goal: Goal) => void;
  /** What is to be said beside the roles: that they aren't the whole story. */
  readonly notice: ReactNode;
  /** Whether a search is answered below, which is to fit on the screen. */
  readonly isBrief: boolean;
}

/** What is known of the service account: what it holds, or why the client has none that it can use. */
export function AccountView(props: AccountViewProps) {
  const { snapshot, states, handle, changes, onAsk, onPlan, notice } = props;
  const { client, account } = snapshot;
  const onCheck = () => onAsk("check");
  if (!isServiceAccountOn(client)) {
    return (
      <Suspense>
        <ServiceAccountOff
          {...{ snapshot, changes, onCheck }}
          summary={summaryOf(snapshot, states)}
          onPlan={() => onPlan({ mode: "add", presets: [], enablesAccount: true })}
          onCreateClient={() => onAsk("newClient")}
        />
      </Suspense>
    );
  }
  if (account.kind === "notUnderUsualName" || account.kind === "nameTaken") {
    return (
      <Suspense>
        <AccountNotFound
          {...{ snapshot, handle, onCheck }}
          isBusy={changes.running !== undefined}
        />
      </Suspense>
    );
  }
  return (
    <>
      {notice}
      <PowerHeader {...props} />
    </>
  );
}
