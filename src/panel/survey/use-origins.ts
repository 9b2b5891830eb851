import { useCallback, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { Survey } from "../../access/survey/survey.ts";
import type { DescribeOrigins } from "../../formats/describe-account.ts";
import { describeOrigins, namesOfActors } from "../../formats/describe-origins.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { readSurveyOrigins, type SurveyOrigins } from "../../keycloak/survey/read-origins.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/** Who assigned the roles of listed accounts, for exports. */
export interface Origins {
  /** `notSeen` where the events of no realm may be seen. */
  readonly state: "idle" | "reading" | "read" | "notSeen" | "failed";
  /** Undefined until it is read. */
  readonly describe: DescribeOrigins | undefined;
  readonly read: () => void;
}

const keyOf = ({ realm, administers }: Pick<AccountRow, "realm" | "administers">) =>
  JSON.stringify([realm, administers]);

/**
 * Reads who assigned the roles of the accounts of surveys once somebody asks for it. Once accounts are read again, it is
 * to be asked for again: newer assignments would be missing.
 */
export function useOrigins(surveys: readonly Survey[]): Origins {
  const { adminBaseUrl, loginRealm, tokens } = usePanelContext();
  const [asked, setAsked] = useState<readonly Survey[]>();
  const isAsked = asked === surveys;
  const readAll = useCallback(
    async (signal: AbortSignal) => {
      const found = new Map<string, SurveyOrigins>();
      for (const survey of surveys) {
        const api = createAdminApi(adminBaseUrl, survey.realm, tokens);
        found.set(keyOf(survey), await readSurveyOrigins(api, survey, loginRealm, signal));
      }
      return found;
    },
    [surveys, adminBaseUrl, loginRealm, tokens],
  );
  const { state, value, reload } = useAsync(isAsked ? readAll : undefined);
  const describe = useCallback<DescribeOrigins>(
    (row) => {
      const origins = value?.get(keyOf(row));
      const ofRow = origins?.originsOf?.(row);
      return ofRow && describeOrigins(ofRow, namesOfActors(origins?.actors ?? new Map()));
    },
    [value],
  );
  const isSeen = [...(value?.values() ?? [])].some(({ originsOf }) => originsOf !== undefined);
  const states = {
    idle: "idle",
    loading: "reading",
    failed: "failed",
    done: isSeen ? "read" : "notSeen",
  } as const;
  return {
    state: states[state.kind],
    describe: isSeen ? describe : undefined,
    read: () => (isAsked ? reload() : setAsked(surveys)),
  };
}
