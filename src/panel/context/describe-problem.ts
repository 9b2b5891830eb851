import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";
import type { TextValues, Translate } from "./translate.ts";

/** Something that went wrong, in words for the person. */
export interface Problem {
  readonly title: string;
  readonly reason: string;
  /** The server's own words, to be shown as text. */
  readonly serverMessage: string | undefined;
  /** What to offer: sign in again, load the page again, or read again. */
  readonly remedy: "signIn" | "reload" | "retry";
}

/** Errors of the session know their failure; the panel knows no more of that room. */
function sessionFailureOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && thrown.name === "SessionError" && "failure" in thrown
    ? String(thrown.failure)
    : undefined;
}

const remedies = new Map<string, Problem["remedy"]>([
  ["signInNeeded", "signIn"],
  ["notSignedIn", "signIn"],
  ["otherUser", "reload"],
  ["untrusted", "reload"],
]);

/** Failures of the session that have another text than those of a request of the same name. */
const sessionKeys = new Map([
  ["unreachable", "sessionUnreachable"],
  ["refused", "clientRefused"],
]);

/**
 * Puts into words what was thrown: what was tried, on what, why it failed, and what to do.
 *
 * @param attempt message key of what the person wanted, below `attempts.`; undefined to name the request itself
 */
export function describeProblem(
  t: Translate,
  thrown: unknown,
  attempt: string | undefined,
  values: TextValues,
): Problem {
  const ofSession = sessionFailureOf(thrown);
  const ofApi = thrown instanceof AdminApiError ? thrown : undefined;
  const failure = ofSession ?? ofApi?.failure ?? "unexpected";
  const tried = attempt ?? ofApi?.attempt ?? (ofSession === undefined ? "show" : "signIn");
  const key = sessionKeys.get(ofSession ?? "") ?? failure;
  return {
    title: t("problem.title", { attempt: t(`attempts.${tried}`, values) }),
    reason: t(`problem.${key}`, { status: ofApi?.status ?? "" }),
    serverMessage: ofApi?.serverMessage,
    remedy: remedies.get(failure) ?? "retry",
  };
}
