import { describeProblem } from "../context/describe-problem.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CheckRow } from "./CheckRow.tsx";
import { describeSignInCheck } from "./describe-check.ts";
import type { SignInChecks } from "./use-sign-in-checks.ts";

interface SignInRowsProps {
  readonly checks: SignInChecks;
  /** The token endpoint. */
  readonly address: string;
}

/** What decides whether the client gets a token, and whether it counts. */
export function SignInRows({ checks, address }: SignInRowsProps) {
  const t = useTranslate();
  const { results, isReading, thrown } = checks;
  const problem = thrown === undefined ? undefined : describeProblem(t, thrown, "");
  return results.map((finding) => {
    const isUnknown = finding.says === "unknown";
    const text = describeSignInCheck(t, finding, address);
    const reason = isUnknown ? problem?.reason : undefined;
    return (
      <CheckRow
        key={finding.id}
        id={finding.id}
        verdict={finding.verdict}
        serverMessage={isUnknown ? problem?.serverMessage : undefined}
        text={isUnknown && isReading ? t("loading") : (reason ?? text)}
      />
    );
  });
}
