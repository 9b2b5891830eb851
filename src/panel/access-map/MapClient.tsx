import type { AccountRow } from "../../access/survey/account-rows.ts";
import { StateCell } from "../account-cells/StateCell.tsx";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface MapClientProps {
  readonly row: AccountRow;
  readonly isOfAllRealms: boolean;
}

/** Leads to the client; below it why its calls are denied, where they are. */
export function MapClient({ row, isOfAllRealms }: MapClientProps) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const { client, clientId, realm, administers, state, carried } = row;
  const isOff = state !== undefined && state !== "active";
  return (
    <>
      <div style={oneLine} title={clientId}>
        {client === undefined ? (
          clientId
        ) : (
          <a href={addressOf({ realm, clientUuid: client.clientUuid })}>{clientId}</a>
        )}
      </div>
      {isOfAllRealms ? (
        <div style={oneLine} className={pf("u-color-200 u-font-size-sm")} title={administers}>
          {administers}
        </div>
      ) : null}
      {isOff ? <StateCell row={row} /> : null}
      {!isOff && carried !== "all" && carried !== "notKnown" ? (
        <div style={oneLine} className={pf("u-color-200 u-font-size-sm")}>
          {t(`accounts.inTokens.${carried}`)}
        </div>
      ) : null}
    </>
  );
}

const oneLine = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;
