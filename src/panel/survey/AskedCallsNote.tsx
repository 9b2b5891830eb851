import { useTranslate } from "../context/use-translate.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { AskedCalls } from "./use-asked-calls.ts";

/** What the list shows where the search names calls: who has roles for them, and of whom that isn't known. */
export function AskedCallsNote({ asked }: { readonly asked: AskedCalls | undefined }) {
  const t = useTranslate();
  return (
    <div role="status" data-testid="askedCalls">
      {asked === undefined ? null : <p className={pf("u-mb-sm")}>{describe(asked)}</p>}
    </div>
  );

  function describe(found: AskedCalls): string {
    if (found.kind !== "found") return t(`accounts.asked.${found.kind}`);
    const { calls, holding, notKnown } = found;
    const named = calls.map(({ method, path }) => `${method} ${path}`).join(", ");
    return [
      t("accounts.asked.found", { count: holding.size, calls: named }),
      ...(notKnown === 0 ? [] : [t("accounts.asked.notKnown", { count: notKnown })]),
    ].join(" ");
  }
}
