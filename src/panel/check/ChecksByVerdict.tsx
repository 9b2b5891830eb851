import { type ReactNode, useState } from "react";
import type { Verdict } from "../../access/check/check-access.ts";
import { useTranslate } from "../context/use-translate.ts";
import { DataList } from "../parts/patternfly/data-list.ts";
import { ExpandableSection } from "../parts/patternfly/expandable-section.ts";
import { ShownVerdict } from "./shown-verdict.ts";

interface ChecksByVerdictProps {
  /** What each of the rows found. */
  readonly verdicts: readonly Verdict[];
  /** The id of the failed check that the headline is about. */
  readonly headline: string | undefined;
  /** The rows, each a `CheckRow`. */
  readonly children: ReactNode;
}

/** What failed comes first, then what isn't known; what passed is folded. */
export function ChecksByVerdict({ verdicts, headline, children }: ChecksByVerdictProps) {
  const t = useTranslate();
  const [isExpanded, setIsExpanded] = useState(false);
  const failed = verdicts.filter((verdict) => verdict === "problem").length;
  const passed = verdicts.filter((verdict) => verdict === "ok").length;
  const listOf = (verdict: Verdict) => (
    <ShownVerdict.Provider value={{ verdict, headline }}>
      <DataList aria-label={t(`check.list.${verdict}`)} isCompact>
        {children}
      </DataList>
    </ShownVerdict.Provider>
  );
  return (
    <>
      {failed > (headline === undefined ? 0 : 1) ? listOf("problem") : null}
      {verdicts.includes("unknown") ? listOf("unknown") : null}
      {passed === 0 ? null : (
        <ExpandableSection
          toggleText={t("check.passed", { count: passed })}
          isExpanded={isExpanded}
          onToggle={(_, next) => setIsExpanded(next)}
          data-testid="checksPassed"
        >
          {listOf("ok")}
        </ExpandableSection>
      )}
    </>
  );
}
