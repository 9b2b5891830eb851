import { reviewStateOf } from "../../access/ownership/review-state.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Label } from "../parts/patternfly/label.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { StateCell } from "./StateCell.tsx";

interface ClientCellProps {
  readonly row: AccountRow;
  /** Whether its state has no column of its own. */
  readonly isStateShown: boolean;
  /** Whether it was just made. */
  readonly isCreated: boolean;
}

/** Leads to the client; with its name, and with its state where it can't get a token. */
export function ClientCell({ row, isStateShown, isCreated }: ClientCellProps) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const { client, clientId, realm, administers, state } = row;
  const name = client?.name ?? "";
  const isNamed = name !== "" && name !== clientId;
  return (
    <>
      <span data-testid="clientId">
        {client === undefined ? (
          clientId
        ) : (
          <>
            <a href={addressOf({ realm, clientUuid: client.clientUuid })}>{clientId}</a>
            {realm === administers ? null : ` ${t("accounts.ofRealm", { realm })}`}
          </>
        )}
      </span>{" "}
      {isCreated ? (
        <>
          <Label isCompact color="blue">
            {t("accounts.new")}
          </Label>{" "}
        </>
      ) : null}
      {isStateShown && state !== undefined && state !== "active" ? <StateCell row={row} /> : null}
      {reviewStateOf(client?.ownership?.reviewDate, dayOf(new Date())) === "overdue" ? (
        <>
          <Label isCompact color="orange" data-testid="reviewOverdue">
            {t("accounts.review.overdue")}
          </Label>{" "}
        </>
      ) : null}
      {isNamed ? (
        <div
          className={pf("u-color-200")}
          style={{ overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
        >
          {name}
        </div>
      ) : null}
    </>
  );
}
