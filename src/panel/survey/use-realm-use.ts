import { useCallback, useMemo, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { lastWriteOf } from "../../access/use/realm-use.ts";
import { usualWindow } from "../../access/use/recorded-use.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { type RealmUseAnswer, readRealmUse } from "../../keycloak/events/read-realm-use.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";

/** What the events of realms tell, by the name of the realm; a realm that wasn't come to is missing. */
export type RealmUses = ReadonlyMap<string, RealmUseAnswer>;

/** What a person asked for last. */
interface Asked {
  readonly realms: readonly string[];
  readonly stop: AbortController;
}

/** When service accounts wrote last: read when a person asks for it. */
export interface RealmUseHandle {
  readonly state: AsyncState<RealmUses>;
  /** How many events were read so far. */
  readonly read: number;
  /** Reads the events of these realms. */
  readonly check: (realms: readonly string[]) => void;
  /** Ends the reading; what was read until then counts. */
  readonly stop: () => void;
  /** Adds to rows what is known. */
  readonly addTo: (rows: readonly AccountRow[]) => readonly AccountRow[];
}

/** Reads, when it is asked to, all admin events of realms once, and tells when each service account wrote last. */
export function useRealmUse(): RealmUseHandle {
  const { adminBaseUrl, tokens } = usePanelContext();
  const [asked, setAsked] = useState<Asked>();
  const [read, setRead] = useState(0);
  const load = useMemo(() => {
    if (asked === undefined) return undefined;
    return async (left: AbortSignal) => {
      const signal = AbortSignal.any([left, asked.stop.signal]);
      const found = new Map<string, RealmUseAnswer>();
      let before = 0;
      for (const realm of asked.realms) {
        if (signal.aborted) break;
        let events = 0;
        const api = createAdminApi(adminBaseUrl, realm, tokens);
        const onProgress = (count: number) => {
          events = count;
          setRead(before + count);
        };
        const options = { days: usualWindow, signal, onProgress };
        found.set(realm, await readRealmUse(api, options));
        before += events;
      }
      return found;
    };
  }, [asked, adminBaseUrl, tokens]);
  const { state, value } = useAsync<RealmUses>(load);
  return {
    ...{ state, read },
    check: (realms) => {
      setRead(0);
      setAsked({ realms, stop: new AbortController() });
    },
    stop: () => asked?.stop.abort(),
    addTo: useCallback(
      (rows) =>
        rows.map((row) => {
          const answer = value?.get(row.administers);
          if (answer?.kind !== "read") return row;
          return { ...row, lastWrite: lastWriteOf(answer.use, row.userId) };
        }),
      [value],
    ),
  };
}
