import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";
import type { SessionFailure } from "../../session/session-error.ts";
import type { KeyBelow, Translate } from "../../texts/translate.ts";
import { isScriptFailure } from "./is-script-failure.ts";

/** Something that went wrong, in words for the person. */
export interface Problem {
  readonly title: string;
  readonly reason: string;
  /** The server's own words, to be shown as text. */
  readonly serverMessage: string | undefined;
  /** What to offer: sign in again, load the page again, or read again. */
  readonly remedy: "signIn" | "reload" | "retry";
}

type ReasonKey = KeyBelow<"problem">;

/** The texts of the session's failures; some say something else than those of a request of the same name. */
const sessionReasons = {
  signInNeeded: "signInNeeded",
  alwaysAsks: "alwaysAsks",
  otherUser: "otherUser",
  unreachable: "sessionUnreachable",
  redirected: "redirected",
  refused: "clientRefused",
  requestRefused: "requestRefused",
  untrusted: "untrusted",
} as const satisfies Record<SessionFailure, ReasonKey>;

const sessionReasonsByFailure = new Map<unknown, (typeof sessionReasons)[SessionFailure]>(
  Object.entries(sessionReasons),
);

/** Errors of the session have a failure. The panel may not import session/, so it goes by the name. */
function sessionReasonOf(thrown: unknown) {
  return thrown instanceof Error && thrown.name === "SessionError" && "failure" in thrown
    ? sessionReasonsByFailure.get(thrown.failure)
    : undefined;
}

/** Why a client got no token, in the server's words. */
function wordsOf(thrown: unknown): string | undefined {
  return sessionReasonOf(thrown) !== undefined &&
    thrown instanceof Error &&
    typeof thrown.cause === "string"
    ? thrown.cause
    : undefined;
}

const remedies = new Map<ReasonKey, Problem["remedy"]>([
  ["signInNeeded", "signIn"],
  ["notSignedIn", "signIn"],
  ["otherUser", "reload"],
  ["untrusted", "reload"],
  ["notLoaded", "reload"],
]);

/**
 * Puts into words what was thrown: what was tried, on what, why it failed, and what to do.
 *
 * @param attempt what the person wanted, in words: a text below `attempts.`
 */
export function describeProblem(t: Translate, thrown: unknown, attempt: string): Problem {
  const ofApi = thrown instanceof AdminApiError ? thrown : undefined;
  const unnamed = isScriptFailure(thrown) ? "notLoaded" : "unexpected";
  const reason = sessionReasonOf(thrown) ?? ofApi?.failure ?? unnamed;
  return {
    title: t("problem.title", { attempt }),
    reason: t(`problem.${reason}`, { status: ofApi?.status ?? "" }),
    serverMessage: ofApi?.serverMessage ?? wordsOf(thrown),
    remedy: remedies.get(reason) ?? "retry",
  };
}

/** Names the request that failed, or what the panel was about to do where none was sent. */
export function nameFailedRequest(
  t: Translate,
  thrown: unknown,
  client: { readonly clientId: string; readonly realm: string },
): string {
  if (thrown instanceof AdminApiError) return t(`attempts.${thrown.attempt}`, client);
  return sessionReasonOf(thrown) === undefined ? t("attempts.show", client) : t("attempts.signIn");
}
