import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface HeaderNoticesProps {
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  /** The tool that manages the client elsewhere. */
  readonly managedBy: string | undefined;
  readonly onExport: () => void;
}

/** What is to be known before anything is changed: that it may not be, or that another tool would undo it. */
export function HeaderNotices({ refusal, managedBy: tool, onExport }: HeaderNoticesProps) {
  const t = useTranslate();
  return (
    <>
      {refusal === undefined ? null : (
        <Alert
          component="p"
          variant="info"
          isInline
          title={refusal}
          className={pf("u-mb-md")}
          data-testid="rightsNotice"
        />
      )}
      {tool === undefined ? null : (
        <Alert
          component="p"
          variant="info"
          isInline
          title={t("managed.title", { tool })}
          className={pf("u-mb-md")}
          actionLinks={
            <Button size="sm" onClick={onExport} data-testid="exportManaged">
              {t("managed.export", { tool })}
            </Button>
          }
          data-testid="managedNotice"
        >
          {t("managed.drift", { tool })}
        </Alert>
      )}
    </>
  );
}
