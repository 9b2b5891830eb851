import { type ReactNode, Suspense } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { verdictOnHeld } from "../../access/policy/built-in.ts";
import { lazily } from "../parts/lazily.ts";

const PolicyAlert = lazily(() =>
  import("../presets/explanations.ts").then((module) => module.PolicyAlert),
);

/**
 * Says where the built-in policy doesn't allow what is held. The build leaves it out where no policy is
 * built in.
 */
export function policyNotice(snapshot: Snapshot): ReactNode {
  const verdict = snapshot.isReadable ? verdictOnHeld(snapshot) : undefined;
  if (verdict?.denial === undefined) return null;
  return (
    <Suspense>
      <PolicyAlert beyond={verdict.beyond} denial={verdict.denial} />
    </Suspense>
  );
}
