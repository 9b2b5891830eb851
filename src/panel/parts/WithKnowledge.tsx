import type { ReactNode } from "react";
import type { Knowledge } from "../context/load-knowledge.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useKnowledge } from "../context/use-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "./patternfly/button.ts";
import { Spinner } from "./patternfly/spinner.ts";

/** Shows something of what was measured, once it is loaded. */
export function WithKnowledge({
  children,
}: {
  readonly children: (knowledge: Knowledge) => ReactNode;
}) {
  const t = useTranslate();
  const { state, value } = useKnowledge();
  if (state.kind === "failed") return <KnowledgeFailure />;
  return value === undefined ? (
    <Spinner size="md" aria-label={t("knowledge.loading")} />
  ) : (
    children(value)
  );
}

/**
 * Says that what was measured could not be loaded. All of that are scripts, which Chromium loads only once on a page.
 */
export function KnowledgeFailure() {
  const t = useTranslate();
  const { reload } = usePanelContext();
  return (
    <p>
      {t("knowledge.failed")}{" "}
      <Button variant="link" isInline onClick={reload}>
        {t("problem.reload")}
      </Button>
    </p>
  );
}
