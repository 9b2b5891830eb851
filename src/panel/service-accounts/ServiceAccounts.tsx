import { Suspense, useEffect, useMemo, useState } from "react";
import { presetsOfRealms } from "../../access/presets/presets-of-realms.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { findingsOf } from "../../access/survey/findings.ts";
import { isWhole } from "../../access/survey/survey.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { AccessMap } from "../access-map/AccessMap.tsx";
import { initialColumns } from "../account-cells/account-columns.ts";
import type { BulkAction } from "../bulk/bulk-goal.ts";
import { SuccessToast } from "../change/SuccessToast.tsx";
import { usePanelContext } from "../context/panel-context.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import type { Made } from "../new-client/making/use-new-client.ts";
import { useWhyNotCreate } from "../new-client/use-why-not-create.ts";
import { lazily } from "../parts/lazily.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { SearchStatus } from "../parts/SearchStatus.tsx";
import { AccountsTable } from "./AccountsTable.tsx";
import { AccountsToolbar } from "./AccountsToolbar.tsx";
import "./accounts-texts.ts";
import { AskedCallsNote } from "../survey/AskedCallsNote.tsx";
import { RealmUseNotice } from "../survey/RealmUseNotice.tsx";
import { SurveyProgress } from "../survey/SurveyProgress.tsx";
import { useAccountRows } from "../survey/use-account-rows.ts";
import { useAskedCalls } from "../survey/use-asked-calls.ts";
import { useOrigins } from "../survey/use-origins.ts";
import { useReach } from "../survey/use-reach.ts";
import { useRealmUse } from "../survey/use-realm-use.ts";
import { useSurvey } from "../survey/use-survey.ts";

import { FilterChips } from "./FilterChips.tsx";
import { FindingsStrip } from "./FindingsStrip.tsx";
import {
  initialQuery,
  isChoosable,
  isSearching,
  listAccounts,
  readingQuery,
} from "./list-accounts.ts";
import { NoAccounts } from "./NoAccounts.tsx";
import { useCreatedRow } from "./use-created-row.ts";
import { usePaging } from "./use-paging.ts";
import type { AccountView } from "./ViewSelect.tsx";

const BulkDialog = lazily(() => import("./dialogs.ts").then((module) => module.BulkDialog));
const FullScopeDialog = lazily(() =>
  import("./dialogs.ts").then((module) => module.FullScopeDialog),
);
const NewClientDialog = lazily(() =>
  import("./dialogs.ts").then((module) => module.NewClientDialog),
);

/** A dialog that is open, and what it begins with. */
type OpenDialog =
  | { readonly kind: "newClient" }
  | {
      readonly kind: "bulk";
      readonly rows: readonly AccountRow[];
      readonly action: BulkAction | "fullScope";
    };
const noRows: readonly AccountRow[] = [];

/** The tab's content: what the service accounts of the realm may do, and what of that is worth a look. */
export function ServiceAccounts() {
  const t = useTranslate();
  const { realm, reload } = usePanelContext();
  const survey = useSurvey();
  const { rows: read, look, forget } = useAccountRows(survey.surveys, survey.reading);
  const use = useRealmUse();
  const { addTo } = use;
  const rows = useMemo(() => addTo(read), [addTo, read]);
  // What is counted before all is read is wrong in the end.
  const isComplete = survey.isSettled && survey.surveys.every(isWhole);
  // A refresh leaves what was read before, and what can be done with it.
  const isReading = survey.status.kind === "reading" && !survey.isSettled;
  const findings = useMemo(() => (isComplete ? findingsOf(rows) : []), [rows, isComplete]);
  const [wanted, setQuery] = useState(initialQuery);
  const query = isReading ? readingQuery : wanted;
  const [columns, setColumns] = useState(initialColumns);
  const [view, setView] = useState<AccountView>("list");
  const presets = useMemo(() => presetsOfRealms(survey.surveys), [survey.surveys]);
  const reach = useReach(survey.surveys);
  const origins = useOrigins(survey.surveys);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const asked = useAskedCalls(query.text, survey.surveys, rows);
  const holding = asked?.kind === "found" ? asked.holding : undefined;
  const listed = useMemo(
    () => listAccounts(rows, query, findings, t, holding),
    [rows, query, findings, t, holding],
  );
  const paging = usePaging(listed, query);
  // After every rendering: a survey that goes on tells more of rows that stay the same, and what was
  // asked already is not asked again.
  useEffect(() => look(paging.shown));
  // Rows that are gone since they were chosen are chosen no more, nor those whose client is to be read again.
  const chosenRows = rows.filter((row) => chosen.has(row.key) && isChoosable(row));
  const unrecorded = new Set(
    survey.surveys.filter(({ signIns }) => signIns.isRecorded === false).map(({ realm }) => realm),
  );
  const created = useCreatedRow({
    rows: isReading ? noRows : rows,
    listed,
    query: wanted,
    onQuery: setQuery,
    paging,
  });
  const [toast, setToast] = useState<string>();
  const whyNotCreate = useWhyNotCreate(survey.surveys);
  const checkUse = () => {
    use.check([...new Set(rows.map(({ administers }) => administers))]);
    setColumns((shown) => (shown.includes("lastWrite") ? shown : [...shown, "lastWrite"]));
  };
  const closeBulk = (changed: readonly AccountRow[]) => {
    setDialog(undefined);
    if (changed.length === 0) return;
    forget(changed.map(({ key }) => key));
    survey.readAgain(
      changed.flatMap(({ realm, administers, client }) =>
        client === undefined ? [] : [{ realm, administers, clientUuid: client.clientUuid }],
      ),
    );
  };
  const closeNewClient = (made: Made | undefined, isWhole: boolean) => {
    setDialog(undefined);
    if (made === undefined) return;
    const { client, administeredRealm, wish } = made;
    const presets = joinNames(wish.presets.map((preset) => nameOf(t, preset)));
    const key = presets === "" ? "accounts.created" : "accounts.createdWith";
    if (isWhole) setToast(t(key, { clientId: client.clientId, presets }));
    created.tell(made);
    survey.readAgain([{ realm, administers: administeredRealm, clientUuid: client.clientUuid }]);
  };
  const shown = {
    rows: paging.shown,
    reachOf: reach.reachOf,
    isReading,
    isOfAllRealms: survey.realms !== undefined,
  };
  return (
    <div className={pf("u-p-md u-p-lg-on-xl")} data-testid="service-accounts">
      <SurveyProgress survey={survey} rows={rows} isComplete={isComplete} />
      <FindingsStrip
        findings={findings}
        areKnown={isComplete}
        rows={rows}
        chosen={query.finding}
        onChoose={(finding) => setQuery({ ...query, finding })}
        onBulk={(about, action) => setDialog({ kind: "bulk", rows: about, action })}
      />
      <RealmUseNotice use={use} />
      <AccountsToolbar
        rows={listed}
        isComplete={isComplete}
        measured={reach.measured}
        origins={origins}
        view={view}
        onView={setView}
        query={query}
        onQuery={setQuery}
        presets={presets}
        columns={columns}
        onColumns={setColumns}
        paging={paging}
        onNewClient={() => setDialog({ kind: "newClient" })}
        whyNotCreate={whyNotCreate}
        isReading={isReading}
        chosen={chosenRows.length}
        onBulk={(action) => setDialog({ kind: "bulk", rows: chosenRows, action })}
        onCheckUse={checkUse}
      />
      <AskedCallsNote asked={asked} />
      <FilterChips
        query={query}
        onQuery={setQuery}
        presets={presets}
        findings={findings}
        fitting={isComplete ? { count: listed.length, all: rows.length } : undefined}
      />
      <SearchStatus fitting={isSearching(query) && isComplete ? listed.length : undefined} />
      {reach.isFailed ? (
        <p className={pf("u-mb-sm")}>
          {t("knowledge.failed")}{" "}
          <Button variant="link" isInline onClick={reload}>
            {t("problem.reload")}
          </Button>
        </p>
      ) : null}
      {listed.length === 0 && !isReading ? (
        <NoAccounts
          isEmpty={rows.length === 0}
          isComplete={isComplete}
          onClearQuery={() => setQuery(initialQuery)}
          onNewClient={() => setDialog({ kind: "newClient" })}
          whyNotCreate={whyNotCreate}
        />
      ) : view === "map" ? (
        <AccessMap {...shown} />
      ) : (
        <AccountsTable
          {...shown}
          query={query}
          onQuery={setQuery}
          columns={columns}
          created={created.key}
          unrecorded={unrecorded}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      {toast === undefined ? null : (
        <SuccessToast
          key={toast}
          text={toast}
          onClose={() => setToast(undefined)}
          testId="createdToast"
        />
      )}
      <Suspense>
        {dialog?.kind === "newClient" ? <NewClientDialog onClose={closeNewClient} /> : null}
        {dialog?.kind !== "bulk" ? null : dialog.action === "fullScope" ? (
          <FullScopeDialog rows={dialog.rows} onClose={closeBulk} />
        ) : (
          <BulkDialog rows={dialog.rows} action={dialog.action} onClose={closeBulk} />
        )}
      </Suspense>
    </div>
  );
}
