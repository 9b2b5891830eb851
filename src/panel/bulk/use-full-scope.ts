import { useCallback, useState } from "react";
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
import { useItemsInTurn } from "./use-items-in-turn.ts";

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

/** A function that reads clients of any realm, with one reader for each realm. */
function createReadIn(createReader: (realm: string) => ReadFullScopeOf) {
  const readers = new Map<string, ReadFullScopeOf>();
  return (realm: string): ReadFullScopeOf => {
    const reader = readers.get(realm) ?? createReader(realm);
    readers.set(realm, reader);
    return reader;
  };
}

/** Reads clients, and turns full scope off for them one after another. */
export function useFullScope(rows: readonly AccountRow[]): FullScopeHandle {
  const { adminBaseUrl, loginRealm, tokens } = usePanelContext();
  const [stage, setStage] = useState<FullScopeHandle["stage"]>("planning");
  const [readerIn] = useState(() =>
    createReadIn((realm) =>
      createReadFullScope(createAdminApi(adminBaseUrl, realm, tokens), loginRealm),
    ),
  );
  const readOne = useCallback(
    async ({ row: { client, realm, userId } }: FullScopeItem): Promise<Partial<FullScopeItem>> => {
      const state = await readerIn(realm)({ clientUuid: client?.clientUuid ?? "", userId });
      const plan = planFullScope(state);
      const isChosen = typeof plan !== "string" && plan.loses === "nothing";
      return { planned: { client: state.client, plan }, isChosen };
    },
    [readerIn],
  );
  const { items, amend, changeInTurn, stop } = useItemsInTurn<FullScopeItem>(
    () =>
      oncePerClient(rows).map((row) => ({
        row,
        ...{ planned: undefined, unread: undefined, isChosen: false, outcome: undefined },
      })),
    readOne,
  );
  const run = async (
    workOf: (item: FullScopeItem) => (() => Promise<FullScopeOutcome>) | undefined,
  ) => {
    setStage("running");
    await changeInTurn((item) => {
      const work = workOf(item);
      return work && (async () => ({ outcome: await work() }));
    });
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
        const { planned, isChosen } = item;
        const plan = planOf(item);
        return plan === undefined || planned === undefined || !isChosen
          ? undefined
          : () => turnOffFullScope(apiOf(item), planned.client, plan);
      }),
    undo: () =>
      void run((item) => {
        const { outcome } = item;
        return outcome !== undefined && isUndoable(item)
          ? () => turnOnFullScope(apiOf(item), outcome)
          : undefined;
      }),
    stop,
  };
}
