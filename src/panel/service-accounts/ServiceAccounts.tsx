import { Suspense, useMemo, useState } from "react";
import { findingsOf } from "../../access/survey/findings.ts";
import { isWhole } from "../../access/survey/survey.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { SearchStatus } from "../parts/SearchStatus.tsx";
import { AccountFindings } from "./AccountFindings.tsx";
import { AccountsTable } from "./AccountsTable.tsx";
import { AccountsToolbar } from "./AccountsToolbar.tsx";
import { initialColumns } from "./account-columns.ts";
import "./accounts-texts.ts";
import { initialQuery, isChoosable, isSearching, listAccounts } from "./list-accounts.ts";
import { SurveyProgress } from "./SurveyProgress.tsx";
import { useAccountRows } from "./use-account-rows.ts";
import { usePaging } from "./use-paging.ts";
import { useSurvey } from "./use-survey.ts";

const BulkDialog = lazily(() => import("./dialogs.ts").then((module) => module.BulkDialog));
const NewClientDialog = lazily(() =>
  import("./dialogs.ts").then((module) => module.NewClientDialog),
);

/** The tab's content: what the service accounts of the realm may do, and what of that is worth a look. */
export function ServiceAccounts() {
  const t = useTranslate();
  const survey = useSurvey();
  const { rows, look } = useAccountRows(survey.surveys);
  // What is counted before all is read is wrong in the end.
  const isComplete = survey.status.kind === "done" && survey.surveys.every(isWhole);
  const findings = useMemo(() => (isComplete ? findingsOf(rows) : []), [rows, isComplete]);
  const [query, setQuery] = useState(initialQuery);
  const [columns, setColumns] = useState(initialColumns);
  const [dialog, setDialog] = useState<"newClient" | "bulk">();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const listed = useMemo(() => listAccounts(rows, query, findings, t), [rows, query, findings, t]);
  const paging = usePaging(listed, query);
  // Rows that are gone since they were chosen are chosen no more, nor those whose client is to be read again.
  const chosenRows = rows.filter((row) => chosen.has(row.key) && isChoosable(row));
  const unrecorded = new Set(
    survey.surveys.filter(({ signIns }) => signIns.isRecorded === false).map(({ realm }) => realm),
  );
  const close = (isChanged: boolean) => {
    setDialog(undefined);
    if (isChanged) survey.read(survey.realms === undefined ? "realm" : "allRealms");
  };
  return (
    <div className={pf("u-p-md u-p-lg-on-xl")} data-testid="service-accounts">
      <SurveyProgress survey={survey} rows={rows} isComplete={isComplete} />
      <AccountFindings
        findings={findings}
        rows={rows}
        chosen={query.finding}
        onChoose={(finding) => setQuery({ ...query, finding })}
      />
      <AccountsToolbar
        rows={listed}
        isComplete={isComplete}
        query={query}
        onQuery={setQuery}
        columns={columns}
        onColumns={setColumns}
        paging={paging}
        onNewClient={() => setDialog("newClient")}
        chosen={chosenRows.length}
        onBulk={() => setDialog("bulk")}
      />
      <SearchStatus fitting={isSearching(query) && isComplete ? listed.length : undefined} />
      <AccountsTable
        rows={paging.shown}
        query={query}
        onQuery={setQuery}
        columns={columns}
        isEmpty={rows.length === 0}
        onClearQuery={() => setQuery(initialQuery)}
        isReading={!isComplete}
        unrecorded={unrecorded}
        isOfAllRealms={survey.realms !== undefined}
        chosen={chosen}
        onChoose={setChosen}
        onLook={look}
      />
      <Suspense>
        {dialog === "newClient" ? <NewClientDialog onClose={close} /> : null}
        {dialog === "bulk" ? <BulkDialog rows={chosenRows} onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
