import type { WhyUntested } from "../../access/check/why-untested.ts";
import type { TokenBinding } from "../../access/model/snapshot.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CheckRow } from "./CheckRow.tsx";
import { type CallToMake, type OwnCallHandle, useOwnCall } from "./use-own-call.ts";

/** A call with the credentials that a new client was given: they are at hand, so it can be made wherever the login is here. */
export function OwnCall(call: CallToMake) {
  const { isLoginHere } = usePanelContext();
  const handle = useOwnCall(call);
  return <OwnCallRow {...call} handle={handle} untested={isLoginHere ? undefined : "elsewhere"} />;
}

interface OwnCallRowProps extends Pick<CallToMake, "clientId" | "address"> {
  readonly handle: OwnCallHandle;
  /** Why no call can be made. */
  readonly untested: WhyUntested | undefined;
  /** What its tokens are bound to: a plain call would be refused, and say nothing about its roles. */
  readonly binding?: TokenBinding | undefined;
  /** The algorithm that it signs with, where it signs. */
  readonly algorithm?: string | undefined;
}

/**
 * One real call with the client's own credentials, where the person asks for it: only that proves what
 * the client may do. A refusal is told in the server's words first.
 */
export function OwnCallRow(props: OwnCallRowProps) {
  const { clientId, address, untested, binding = "", algorithm = "" } = props;
  const { state, verdict, attempt } = props.handle;
  const t = useTranslate();
  const problem =
    state.kind === "failed"
      ? describeProblem(t, state.thrown, t("attempts.ownCall", { clientId }))
      : undefined;
  return (
    <CheckRow
      id="call"
      verdict={verdict}
      serverMessage={state.kind === "done" ? state.value.serverMessage : problem?.serverMessage}
      text={describe()}
      action={
        untested === undefined
          ? { name: t("check.call.try"), isRunning: state.kind === "loading", onClick: attempt }
          : undefined
      }
    />
  );

  function describe(): string {
    if (untested !== undefined) return t(`check.call.untested.${untested}`, { binding, algorithm });
    if (state.kind === "done") {
      const { address: called, status } = state.value;
      return status === 401 || status === 403
        ? t(`check.call.${status}`, { address: called })
        : t("check.call.answered", { address: called, status });
    }
    return problem?.reason ?? t("check.call.notTried", { address });
  }
}
