import { useState } from "react";
import { tryOwnCall } from "../../keycloak/client/try-own-call.ts";
import type { Login } from "../../session/create-login.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { FindingRow } from "./FindingRow.tsx";

interface OwnCallProps {
  readonly clientId: string;
  readonly login: Login;
  /** Gets the client's secret or key; undefined where this page can't have it. */
  readonly credential: (() => Promise<Parameters<Login["requestToken"]>[1]>) | undefined;
  /** The address to be called with GET. */
  readonly address: string;
}

type Result =
  | { readonly kind: "notTried" | "running" }
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "failed"; readonly thrown: unknown };

/**
 * One real call with the client's own credentials, where the person asks for it: only that proves what
 * the client may do. The secret is in memory for that moment alone.
 */
export function OwnCall({ clientId, login, credential, address }: OwnCallProps) {
  const t = useTranslate();
  const { isLoginHere } = usePanelContext();
  const [result, setResult] = useState<Result>({ kind: "notTried" });
  const isPossible = isLoginHere && credential !== undefined;
  const attempt = async () => {
    if (credential === undefined) return;
    setResult({ kind: "running" });
    try {
      const token = await login.requestToken(clientId, await credential());
      setResult({ kind: "answered", status: await tryOwnCall(address, token) });
    } catch (thrown) {
      setResult({ kind: "failed", thrown });
    }
  };
  return (
    <FindingRow
      id="call"
      verdict={checkVerdictOf(result)}
      text={describe()}
      action={
        isPossible
          ? {
              name: t("check.call.try"),
              isRunning: result.kind === "running",
              onClick: () => void attempt(),
            }
          : undefined
      }
    />
  );

  function describe(): string {
    if (!isPossible)
      return t(isLoginHere ? "check.call.otherAuthenticator" : "check.call.elsewhere");
    if (result.kind === "answered") {
      const { status } = result;
      return status === 401 || status === 403
        ? t(`check.call.${status}`, { address })
        : t("check.call.answered", { address, status });
    }
    if (result.kind === "failed") {
      const { reason, serverMessage } = describeProblem(
        t,
        result.thrown,
        t("attempts.ownCall", { clientId }),
      );
      const said = serverMessage ?? causeOf(result.thrown);
      return said === undefined
        ? reason
        : `${reason} ${t("problem.serverSays", { message: said })}`;
    }
    return t("check.call.notTried", { address });
  }
}

const causeOf = (thrown: unknown) =>
  thrown instanceof Error && typeof thrown.cause === "string" ? thrown.cause : undefined;

function checkVerdictOf(result: Result): "ok" | "problem" | "unknown" {
  if (result.kind === "failed") return "problem";
  if (result.kind !== "answered") return "unknown";
  return result.status < 300 ? "ok" : "problem";
}
