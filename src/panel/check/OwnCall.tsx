import { useState } from "react";
import type { TokenBinding } from "../../access/model/snapshot.ts";
import { tryOwnCall } from "../../keycloak/client/try-own-call.ts";
import type { Login } from "../../session/create-login.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CheckRow } from "./CheckRow.tsx";

interface OwnCallProps {
  readonly clientId: string;
  readonly login: Login;
  /** Gets the client's secret or key; undefined where this page can't have it. */
  readonly credential: (() => Promise<Parameters<Login["requestToken"]>[1]>) | undefined;
  /** What its tokens are bound to: a plain call would be refused, and say nothing about its roles. */
  readonly binding?: TokenBinding | undefined;
  /** The address to be called with GET. */
  readonly address: string;
}

/** What came of a call, and which call it was. */
interface Answered {
  readonly address: string;
  readonly status: number;
}

/**
 * One real call with the client's own credentials, where the person asks for it: only that proves what
 * the client may do. The secret is in memory for that moment alone.
 */
export function OwnCall({ clientId, login, credential, binding, address }: OwnCallProps) {
  const t = useTranslate();
  const { isLoginHere } = usePanelContext();
  const [asked, setAsked] = useState<() => Promise<Answered>>();
  const { state } = useAsync(asked);
  const isPossible = isLoginHere && credential !== undefined && binding === undefined;
  const attempt = () => {
    if (credential === undefined) return;
    setAsked(() => async () => {
      const token = await login.requestToken(clientId, await credential());
      return { address, status: await tryOwnCall(address, token) };
    });
  };
  return (
    <CheckRow
      id="call"
      verdict={checkVerdictOf(state)}
      text={describe()}
      action={
        isPossible
          ? {
              name: t("check.call.try"),
              isRunning: state.kind === "loading",
              onClick: attempt,
            }
          : undefined
      }
    />
  );

  function describe(): string {
    if (binding !== undefined) return t("check.call.bound", { binding });
    if (!isPossible)
      return t(isLoginHere ? "check.call.otherAuthenticator" : "check.call.elsewhere");
    if (state.kind === "done") {
      const { address: called, status } = state.value;
      return status === 401 || status === 403
        ? t(`check.call.${status}`, { address: called })
        : t("check.call.answered", { address: called, status });
    }
    if (state.kind === "failed") {
      const { reason, serverMessage } = describeProblem(
        t,
        state.thrown,
        t("attempts.ownCall", { clientId }),
      );
      const said = serverMessage ?? causeOf(state.thrown);
      return said === undefined
        ? reason
        : `${reason} ${t("problem.serverSays", { message: said })}`;
    }
    return t("check.call.notTried", { address });
  }
}

const causeOf = (thrown: unknown) =>
  thrown instanceof Error && typeof thrown.cause === "string" ? thrown.cause : undefined;

function checkVerdictOf(state: AsyncState<Answered>): "ok" | "problem" | "unknown" {
  if (state.kind === "failed") return "problem";
  if (state.kind !== "done") return "unknown";
  return state.value.status < 300 ? "ok" : "problem";
}
