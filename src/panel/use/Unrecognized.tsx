import type { Advice } from "../../access/use/advise.ts";
import type { Use } from "../../access/use/collect-use.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CallList } from "../parts/CallList.tsx";
import { Fold } from "../parts/Fold.tsx";
import { Alert } from "../parts/patternfly/alert.ts";
import { bulletList } from "../parts/patternfly/list-style.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface UnrecognizedProps {
  readonly use: Use;
  readonly advice: Advice;
  readonly knowledge: Knowledge;
}

/** What was used and is in no advice: events of no known call, calls that were not measured, and calls that are denied. */
export function Unrecognized({ use: { unrecognized }, advice, knowledge }: UnrecognizedProps) {
  const t = useTranslate();
  const { notMeasured, deniedNow } = advice;
  const isOpen = unrecognized.length + notMeasured.length > 0;
  return (
    <>
      {isOpen ? (
        <Alert
          component="p"
          variant="warning"
          isInline
          isPlain
          title={t("use.incomplete")}
          className={pf("u-my-sm")}
          data-testid="useIncomplete"
        />
      ) : null}
      {unrecognized.length === 0 ? null : (
        <Fold text={t("use.unrecognized", { count: unrecognized.length })}>
          {() => (
            <ul style={bulletList}>
              {unrecognized.map(({ operation, resourceType, resourcePath }) => (
                <li key={`${operation} ${resourceType}`} style={{ overflowWrap: "anywhere" }}>
                  {operation} {resourceType} {resourcePath}
                </li>
              ))}
            </ul>
          )}
        </Fold>
      )}
      {notMeasured.length === 0 ? null : (
        <Fold text={t("use.notMeasured", { count: notMeasured.length })}>
          {() => <CallList calls={notMeasured} knowledge={knowledge} />}
        </Fold>
      )}
      {deniedNow.length === 0 ? null : (
        <Fold text={t("use.deniedNow", { count: deniedNow.length })}>
          {() => <CallList calls={deniedNow} knowledge={knowledge} />}
        </Fold>
      )}
    </>
  );
}
