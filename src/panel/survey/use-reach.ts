import { useMemo } from "react";
import { roleNamesIn } from "../../access/model/role-reference.ts";
import {
  createReachOf,
  type MeasuredReach,
  type ReachOf,
} from "../../access/survey/reach-of-account.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { reachFamilies } from "../../catalog/calls/reach.ts";
import { loadMeasurement } from "../../catalog/measured/load-measurement.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/** How far accounts reach, as far as what was measured is loaded. */
export interface ReachHandle {
  /** Undefined until it is loaded; where it can't be, it says that nothing is known. */
  readonly reachOf: ReachOf | undefined;
  /** Undefined where it isn't loaded. */
  readonly measured: MeasuredReach | undefined;
  readonly isFailed: boolean;
}

const nothingKnown: ReachOf = () =>
  new Map(reachFamilies.map((family) => [family, "notKnown"] as const));

/**
 * How far service accounts reach, as it was measured: it is loaded once it is known which roles the server has, which
 * are the same in all of its realms.
 */
export function useReach(surveys: readonly Survey[]): ReachHandle {
  const { consoleScript } = usePanelContext();
  const [first] = surveys;
  const offered = first && JSON.stringify(roleNamesIn("admin", [...first.roles.values()]));
  const load = useMemo(() => {
    if (offered === undefined) return undefined;
    return async (): Promise<MeasuredReach> => {
      const { matrix } = await loadMeasurement(consoleScript, new Set<string>(JSON.parse(offered)));
      return {
        reachOf: createReachOf(matrix, versionOfConsole(consoleScript)),
        measuredOn: matrix.version,
      };
    };
  }, [consoleScript, offered]);
  const { state, value: measured } = useAsync(load);
  const isFailed = state.kind === "failed";
  return {
    reachOf: isFailed ? nothingKnown : measured?.reachOf,
    measured,
    isFailed,
  };
}
