import type { RoleReference } from "../../catalog/presets/presets.ts";
import type { ConsequenceId } from "../../catalog/roles/consequences.ts";
import { withoutHollow } from "../model/held-admin-roles.ts";
import { consequencesOf, dangerOfConsequences, type Risk, riskOfRoles } from "../model/risk.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { providerOf } from "./offered-presets.ts";

/** The worst that roles allow on a server. */
export interface Worst {
  readonly risk: Risk | undefined;
  readonly consequences: ReadonlySet<ConsequenceId>;
  /** A number to compare: higher is more dangerous. */
  readonly danger: number;
}

/**
 * The worst that effective roles allow on a server: a realm-admin with fewer than all admin roles
 * counts only for what it includes.
 */
export function worstOfHeld(
  held: readonly RoleReference[],
  snapshot: Pick<Snapshot, "roles" | "version">,
): Worst {
  const counted = withoutHollow(held, snapshot.roles);
  const server = { provider: providerOf(snapshot), version: snapshot.version };
  const consequences = consequencesOf(counted, server);
  return {
    risk: riskOfRoles(counted, server),
    consequences,
    danger: dangerOfConsequences(consequences),
  };
}
