import { useTranslate } from "../../context/use-translate.ts";
import { LeaveQuestion } from "../../parts/leaving/LeaveQuestion.tsx";

/** Asks whether to close though the private key was not saved. */
export function UnsavedKey({ clientId }: { readonly clientId: string }) {
  const t = useTranslate();
  return (
    <LeaveQuestion variant="danger" title={t("newClient.key.lost")} testId="keyNotSaved">
      {t("newClient.key.lost.about", { clientId })}
    </LeaveQuestion>
  );
}
