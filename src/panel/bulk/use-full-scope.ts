import pLimit from "p-limit";
import { useCallback, useRef, useState } from "react";
import type { ClientSettings } from "../../access/model/snapshot.ts";
import {
  type FullScopeObstacle,
  type FullScopePlan,
  planFullScope,
} from "../../access/plan/full-scope.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import {
  type FullScopeOutcome,
  turnOffFullScope,
  turnOnFullScope,
} from "../../keycloak/change/turn-off-full-scope.ts";
import {
  createReadFullScope,
  type ReadFullScopeOf,
} from "../../keycloak/client/read-full-scope.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/** How many clients are read at once; each takes several requests. */
const atOnce = 2;

/** What was read of a client, and what would be done. */
interface Planned {
  readonly client: ClientSettings;
  readonly plan: FullScopePlan | FullScopeObstacle;
}

/** One of the clients. */
export interface FullScopeItem {
  readonly row: AccountRow;
  readonly planned: Planned | undefined;
  /** Why it could not be read. */
  readonly unread: unknown;
  /** Whether full scope is to be turned off: not where people sign in, unless that was chosen. */
  readonly isChosen: boolean;
  readonly outcome: FullScopeOutcome | undefined;
}

/** What is done with them. */
export interface FullScopeHandle {
  readonly items: readonly FullScopeItem[];
  readonly areRead: boolean;
  readonly stage: "planning" | "running" | "ended";
  readonly choose: (key: string, isChosen: boolean) => void;
  readonly begin: () => void;
  /** Takes back what was done, of every client. */
  readonly undo: () => void;
  /** Ends after the client that is being changed. */
  readonly stop: () => void;
}

/** The plan of a client; undefined where there is none. */
export function planOf({ planned }: FullScopeItem): FullScopePlan | undefined {
  return planned === undefined || typeof planned.plan === "string" ? undefined : planned.plan;
}

/** Whether something was changed that can be taken back. */
export const isUndoable = ({ outcome }: FullScopeItem): boolean =>
  outcome !== undefined && (outcome.isFullScope !== true || outcome.added.length > 0);

/** An account of `master` has a row for each realm that it administers, and one client. */
function oncePerClient(rows: readonly AccountRow[]): readonly AccountRow[] {
  return [...new Map(rows.map((row) => [row.client?.clientUuid ?? row.key, row])).values()];
}

/** Reads clients, and turns full scope off for them one after another. */
export function useFullScope(rows: readonly AccountRow[]): FullScopeHandle {
  const { adminBaseUrl, loginRealm, tokens, signal } = usePanelContext();
  const [chosen] = useState<readonly FullScopeItem[]>(() =>
    oncePerClient(rows).map((row) => ({
      row,
      ...{ planned: undefined, unread: undefined, isChosen: false, outcome: undefined },
    })),
  );
  const [items, setItems] = useState(chosen);
  const [stage, setStage] = useState<FullScopeHandle["stage"]>("planning");
  const isStopping = useRef(false);
  const amend = useCallback(
    (key: string, part: Partial<FullScopeItem>) =>
      setItems((known) =>
        known.map((item) => (item.row.key === key ? { ...item, ...part } : item)),
      ),
    [],
  );
  const read = useCallback(
    async (ended: AbortSignal) => {
      const limit = pLimit(atOnce);
      const readers = new Map<string, ReadFullScopeOf>();
      const readerOf = (realm: string) => {
        const api = createAdminApi(adminBaseUrl, realm, tokens);
        const reader = readers.get(realm) ?? createReadFullScope(api, loginRealm);
        readers.set(realm, reader);
        return reader;
      };
      const readOne = async ({ row }: FullScopeItem) => {
        if (ended.aborted || signal.aborted) return;
        const { client, realm, userId } = row;
        try {
          const subject = { clientUuid: client?.clientUuid ?? "", userId };
          const state = await readerOf(realm)(subject);
          const plan = planFullScope(state);
          const isChosen = typeof plan !== "string" && plan.loses === "nothing";
          amend(row.key, { planned: { client: state.client, plan }, isChosen });
        } catch (thrown) {
          amend(row.key, { unread: thrown });
        }
      };
      await Promise.all(chosen.map((item) => limit(readOne, item)));
    },
    [chosen, adminBaseUrl, loginRealm, tokens, signal, amend],
  );
  useAsync(read);

  const run = async (act: (item: FullScopeItem) => Promise<FullScopeOutcome> | undefined) => {
    isStopping.current = false;
    setStage("running");
    for (const item of items) {
      if (signal.aborted || isStopping.current) break;
      const outcome = await act(item);
      if (outcome !== undefined) amend(item.row.key, { outcome });
    }
    setStage("ended");
  };
  const apiOf = ({ row }: FullScopeItem) => createAdminApi(adminBaseUrl, row.realm, tokens);

  return {
    items,
    areRead: items.every(({ planned, unread }) => planned !== undefined || unread !== undefined),
    stage,
    choose: (key, isChosen) => amend(key, { isChosen }),
    begin: () =>
      void run((item) => {
        const plan = planOf(item);
        if (plan === undefined || item.planned === undefined || !item.isChosen) return undefined;
        return turnOffFullScope(apiOf(item), item.planned.client, plan);
      }),
    undo: () =>
      void run((item) =>
        item.outcome !== undefined && isUndoable(item)
          ? turnOnFullScope(apiOf(item), item.outcome)
          : undefined,
      ),
    stop: () => {
      isStopping.current = true;
    },
  };
}
