import type { Verdict } from "../../access/check/check-access.ts";
import { describeProblem } from "../context/describe-problem.ts";
import type { LoginView } from "../context/use-login.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CheckRow } from "./CheckRow.tsx";

/**
 * What the realm's discovery document says, as this browser got it: a realm with a front-end URL of its own
 * names an address there that the browser didn't ask.
 */
export function tokenEndpointVerdict({ login, discovery, addresses }: LoginView): Verdict {
  if (discovery.kind === "failed") return "problem";
  if (discovery.kind !== "done") return "unknown";
  return addresses?.issuer === login?.issuer ? "ok" : "unknown";
}

/** Whether the realm says where its clients get their tokens, and whether that address was asked. */
export function TokenEndpointRow({ view }: { readonly view: LoginView }) {
  const t = useTranslate();
  const { login, discovery, addresses } = view;
  const problem =
    discovery.kind === "failed" ? describeProblem(t, discovery.thrown, "") : undefined;
  return (
    <CheckRow
      id="tokenEndpoint"
      verdict={tokenEndpointVerdict(view)}
      serverMessage={problem?.serverMessage}
      text={describe()}
    />
  );

  function describe(): string {
    const address = addresses?.tokenEndpoint ?? login?.tokenEndpoint ?? "";
    if (discovery.kind === "failed") return t("check.tokenEndpoint.problem", { address });
    if (discovery.kind !== "done") return t("check.tokenEndpoint.unknown", { address });
    const { issuer } = discovery.value;
    return issuer === login?.issuer
      ? t("check.tokenEndpoint.ok", { address })
      : t("check.tokenEndpoint.frontend", { address, issuer });
  }
}
