import type { ReactElement } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { ReachOf } from "../../access/survey/reach-of-account.ts";
import { secretAgeOf } from "../../access/survey/secret-age.ts";
import {
  formatDate,
  formatTime,
  joinNames,
  sortedByName,
  useTranslate,
} from "../context/use-translate.ts";
import { Label, LabelGroup } from "../parts/patternfly/label.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { Column } from "./account-columns.ts";
import { ClientCell } from "./ClientCell.tsx";
import { EndsCell } from "./EndsCell.tsx";
import { inTwoLines } from "./in-two-lines.ts";
import { nameSources } from "./name-sources.ts";
import { OwnerCell } from "./OwnerCell.tsx";
import { PresetsCell } from "./PresetsCell.tsx";
import { ReachCell } from "./ReachCell.tsx";
import { ReviewCell } from "./ReviewCell.tsx";
import { RiskCell } from "./RiskCell.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { StateCell } from "./StateCell.tsx";

interface AccountCellProps {
  readonly row: AccountRow;
  readonly column: Column;
  /** Whether its state has no column of its own. */
  readonly isStateShown: boolean;
  /** Whether it was just made. */
  readonly isCreated: boolean;
  /** Whether what isn't known yet is being read. */
  readonly isReading: boolean;
  /** How far accounts reach; undefined until what was measured is loaded. */
  readonly reachOf: ReachOf | undefined;
  /** Whether the realm is known not to record when clients sign in. */
  readonly isUnrecorded: boolean;
}

/** One cell of the list. */
export function AccountCell({ row, column, ...props }: AccountCellProps) {
  const t = useTranslate();
  const { isStateShown, isCreated, isReading, reachOf, isUnrecorded } = props;
  const reach = column === "reach" ? reachOf?.(row) : undefined;
  if (row.state === "noUser" && isOfRoles(column)) return t("accounts.lastSignIn.unknown");
  const isLoading = column === "reach" && reachOf === undefined;
  if (isLoading || isUnread(row, column)) {
    if (isLoading || isReading) return <Skeleton width={skeletonWidths[column]} />;
    return <span className={pf("u-color-200")}>{t("accounts.notKnownYet")}</span>;
  }
  switch (column) {
    case "clientId":
      return <ClientCell row={row} isStateShown={isStateShown} isCreated={isCreated} />;
    case "administers":
      return row.administers;
    case "enabled":
      return <StateCell row={row} />;
    case "presets":
      return <PresetsCell row={row} />;
    case "reach":
      return reach === undefined ? null : <ReachCell row={row} reach={reach} />;
    case "otherRoles":
      return <OtherRoles row={row} />;
    case "risk":
      return row.risk === undefined ? (
        <NoRoles row={row} />
      ) : (
        <RiskCell row={row} risk={row.risk} />
      );
    case "through":
      return joinNames(nameSources(t, row.indirect));
    case "secretAge":
      return secretAge();
    case "ends":
      return <EndsCell ends={row.ends} />;
    case "owner":
      return <OwnerCell ownership={row.client?.ownership} />;
    case "review":
      return <ReviewCell reviewDate={row.client?.ownership?.reviewDate} />;
    case "lastWrite":
      return lastWrite();
    case "lastSignIn":
      if (typeof row.lastSignIn === "number") return inTwoLines(formatTime(row.lastSignIn));
      return row.lastSignIn === undefined
        ? t(`accounts.lastSignIn.${isUnrecorded ? "notRecorded" : "unknown"}`)
        : t("accounts.lastSignIn.none", { days: row.lastSignIn.noneInDays });
  }

  function lastWrite(): string {
    const last = row.lastWrite;
    if (last === undefined) return t("accounts.lastSignIn.unknown");
    return typeof last === "number"
      ? inTwoLines(formatTime(last))
      : t("accounts.lastWrite.none", { date: formatDate(last.noneSince) });
  }

  function secretAge(): string {
    const age = secretAgeOf(row.client, Date.now());
    if (age === undefined) return t("accounts.lastSignIn.unknown");
    return age === "none" ? t("accounts.secret.none") : t("accounts.secret.age", { count: age });
  }
}

/** About as wide as what will stand there. */
export const skeletonWidths: Readonly<Record<Column, string>> = {
  clientId: "55%",
  administers: "55%",
  enabled: "50%",
  presets: "70%",
  reach: "80%",
  otherRoles: "50%",
  risk: "80%",
  through: "60%",
  lastSignIn: "60%",
  lastWrite: "60%",
  secretAge: "50%",
  ends: "60%",
  owner: "60%",
  review: "50%",
};

/** Whether a cell can't say anything yet: an empty one says that there is nothing. */
function isUnread(row: AccountRow, column: Column): boolean {
  switch (column) {
    case "clientId":
    case "administers":
      return false;
    case "enabled":
      return row.state === undefined && !row.isRead;
    case "secretAge":
    case "owner":
    case "review":
      return row.client === undefined && !row.isRead;
    // It is asked for apart from the survey, and says itself where it isn't known.
    case "lastWrite":
      return false;
    case "lastSignIn":
      return row.lastSignIn === undefined && !row.isRead;
    default:
      return !row.arePowersRead;
  }
}

/** Whether a column is about what is held. */
function isOfRoles(column: Column): boolean {
  return ["presets", "reach", "otherRoles", "risk", "through"].includes(column);
}

/** Some may be out of this administrator's sight, so it isn't said that there are none. */
function NoRoles({ row: { presets, looseRoles } }: Pick<AccountCellProps, "row">) {
  const t = useTranslate();
  if (presets.length > 0 || looseRoles.length > 0) return null;
  return <span className={pf("u-color-200")}>{t("accounts.risk.none")}</span>;
}

function OtherRoles({ row: { looseRoles } }: Pick<AccountCellProps, "row">) {
  if (looseRoles.length === 0) return null;
  return (
    <Labels
      column="otherRoles"
      labels={sortedByName(looseRoles).map(({ container, name }) => (
        <Label key={`${container}:${name}`} isCompact variant="outline">
          {name}
        </Label>
      ))}
    />
  );
}

const labelsFirst = 3;

function Labels({ column, labels }: Pick<AccountCellProps, "column"> & LabelsProps) {
  const t = useTranslate();
  return (
    <LabelGroup
      numLabels={labelsFirst}
      aria-label={t(`accounts.column.${column}`)}
      collapsedText={t("accounts.more", { count: labels.length - labelsFirst })}
      expandedText={t("accounts.less")}
    >
      {labels}
    </LabelGroup>
  );
}

interface LabelsProps {
  readonly labels: readonly ReactElement[];
}
