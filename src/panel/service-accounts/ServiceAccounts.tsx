import { Suspense, useEffect, useMemo, useState } from "react";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { findingsOf } from "../../access/survey/findings.ts";
import { isWhole } from "../../access/survey/survey.ts";
import { AccessMap } from "../access-map/AccessMap.tsx";
import { initialColumns } from "../account-cells/account-columns.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import type { Made } from "../new-client/use-new-client.ts";
import { lazily } from "../parts/lazily.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { SearchStatus } from "../parts/SearchStatus.tsx";
import { AccountsTable } from "./AccountsTable.tsx";
import { AccountsToolbar } from "./AccountsToolbar.tsx";
import "./accounts-texts.ts";
import { SurveyProgress } from "../survey/SurveyProgress.tsx";
import { useAccountRows } from "../survey/use-account-rows.ts";
import { useReach } from "../survey/use-reach.ts";
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
import { usePaging } from "./use-paging.ts";
import type { AccountView } from "./ViewSelect.tsx";

const BulkDialog = lazily(() => import("./dialogs.ts").then((module) => module.BulkDialog));
const NewClientDialog = lazily(() =>
  import("./dialogs.ts").then((module) => module.NewClientDialog),
);

/** The tab's content: what the service accounts of the realm may do, and what of that is worth a look. */
export function ServiceAccounts() {
  const t = useTranslate();
  const { realm } = usePanelContext();
  const survey = useSurvey();
  const { rows, look, forget } = useAccountRows(survey.surveys, survey.reading);
  // What is counted before all is read is wrong in the end.
  const isComplete = survey.isSettled && survey.surveys.every(isWhole);
  // A refresh leaves what was read before, and what can be done with it.
  const isReading = survey.status.kind === "reading" && !survey.isSettled;
  const findings = useMemo(() => (isComplete ? findingsOf(rows) : []), [rows, isComplete]);
  const [wanted, setQuery] = useState(initialQuery);
  const query = isReading ? readingQuery : wanted;
  const [columns, setColumns] = useState(initialColumns);
  const [view, setView] = useState<AccountView>("list");
  const reach = useReach(survey.surveys);
  const [dialog, setDialog] = useState<"newClient" | "bulk">();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const listed = useMemo(() => listAccounts(rows, query, findings, t), [rows, query, findings, t]);
  const paging = usePaging(listed, query);
  // After every rendering: a survey that goes on tells more of rows that stay the same, and what was
  // asked already is not asked again.
  useEffect(() => look(paging.shown));
  // Rows that are gone since they were chosen are chosen no more, nor those whose client is to be read again.
  const chosenRows = rows.filter((row) => chosen.has(row.key) && isChoosable(row));
  const unrecorded = new Set(
    survey.surveys.filter(({ signIns }) => signIns.isRecorded === false).map(({ realm }) => realm),
  );
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
  const closeNewClient = (made: Made | undefined) => {
    setDialog(undefined);
    if (made === undefined) return;
    const { client, administeredRealm } = made;
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
      />
      <AccountsToolbar
        rows={listed}
        isComplete={isComplete}
        measured={reach.measured}
        view={view}
        onView={setView}
        query={query}
        onQuery={setQuery}
        columns={columns}
        onColumns={setColumns}
        paging={paging}
        onNewClient={() => setDialog("newClient")}
        isReading={isReading}
        chosen={chosenRows.length}
        onBulk={() => setDialog("bulk")}
      />
      <FilterChips
        query={query}
        onQuery={setQuery}
        findings={findings}
        fitting={isComplete ? { count: listed.length, all: rows.length } : undefined}
      />
      <SearchStatus fitting={isSearching(query) && isComplete ? listed.length : undefined} />
      {reach.isFailed ? (
        <p className={pf("u-mb-sm")}>
          {t("knowledge.failed")}{" "}
          <Button variant="link" isInline onClick={reach.retry}>
            {t("knowledge.retry")}
          </Button>
        </p>
      ) : null}
      {listed.length === 0 && !isReading ? (
        <NoAccounts
          isEmpty={rows.length === 0}
          isComplete={isComplete}
          onClearQuery={() => setQuery(initialQuery)}
          onNewClient={() => setDialog("newClient")}
        />
      ) : view === "map" ? (
        <AccessMap {...shown} />
      ) : (
        <AccountsTable
          {...shown}
          query={query}
          onQuery={setQuery}
          columns={columns}
          unrecorded={unrecorded}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <Suspense>
        {dialog === "newClient" ? <NewClientDialog onClose={closeNewClient} /> : null}
        {dialog === "bulk" ? <BulkDialog rows={chosenRows} onClose={closeBulk} /> : null}
      </Suspense>
    </div>
  );
}
