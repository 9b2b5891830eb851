import { NetworkError } from "@keycloak/keycloak-admin-client/lib/utils/fetchWithError.js";
import { isRedirect } from "./is-redirect.ts";
import type { RequestName } from "./request-name.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

/** Why a request failed. */
export type AdminApiFailure =
  | "unreachable"
  | "notSignedIn"
  | "forbidden"
  | "notFound"
  /** The server answered without the object, because the person can't see it. */
  | "hidden"
  | "conflict"
  | "tooManyRequests"
  | "notKeycloak"
  /** The request was redirected to another address, and the redirect wasn't followed. */
  | "redirected"
  | "refused"
  | "serverError"
  /** A preset of the realm isn't what it was when it was shown: no request failed, and nothing was sent. */
  | "presetChanged";

const certain: readonly AdminApiFailure[] = [
  "notSignedIn",
  "forbidden",
  "notFound",
  "conflict",
  "tooManyRequests",
  "refused",
  "presetChanged",
];

/** Whether a failure proves that the server did nothing. */
export function tellsThatNothingWasDone(failure: AdminApiFailure): boolean {
  return certain.includes(failure);
}

/** The known facts about a failed request. */
export interface FailedRequest {
  /** What was tried. */
  readonly attempt: RequestName;
  readonly failure: AdminApiFailure;
  /** The HTTP status, if there was a response. */
  readonly status?: number;
  /** The server's own words. They are data from outside: show them as text only. */
  readonly serverMessage?: string | undefined;
  readonly cause?: unknown;
}

/** A failed request to the Admin API, with what was attempted and the server's message. */
export class AdminApiError extends Error {
  override readonly name = "AdminApiError";
  readonly attempt: RequestName;
  readonly failure: AdminApiFailure;
  readonly status: number | undefined;
  readonly serverMessage: string | undefined;

  constructor({ attempt, failure, status, serverMessage, cause }: FailedRequest) {
    super(`${attempt}: ${failure}${status === undefined ? "" : ` (${status})`}`, { cause });
    this.attempt = attempt;
    this.failure = failure;
    this.status = status;
    this.serverMessage = serverMessage;
  }
}

const failuresByStatus = new Map<number, AdminApiFailure>([
  [400, "refused"],
  [401, "notSignedIn"],
  [403, "forbidden"],
  [404, "notFound"],
  [409, "conflict"],
  [429, "tooManyRequests"],
]);

/**
 * The server's message in the body of a response: `errorMessage` of the Admin API, or
 * `error_description` and `error` of OAuth. They are data from outside: show them as text only.
 */
export function serverMessageIn(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(body));
  for (const field of ["errorMessage", "error_description", "error"]) {
    const text = fields.get(field);
    // Texts such as "HTTP 403 Forbidden" say no more than the status.
    if (typeof text === "string" && text !== "" && !/^HTTP \d{3} /.test(text)) return text;
  }
  return undefined;
}

function failureOf({ response }: NetworkError): AdminApiFailure {
  const { status, headers } = response;
  if (isRedirect(response)) return "redirected";
  const isPage = headers.get("content-type")?.includes("text/html") ?? false;
  if (isPage && status !== 401 && status !== 403) return "notKeycloak";
  return failuresByStatus.get(status) ?? (status >= 500 ? "serverError" : "refused");
}

/**
 * Classifies an error that a call of the admin client threw.
 *
 * @returns the error itself if it isn't a failed request, for example an expired session
 */
export function toAdminApiError(attempt: RequestName, thrown: unknown): unknown {
  if (thrown instanceof NetworkError) {
    return new AdminApiError({
      attempt,
      failure: failureOf(thrown),
      status: thrown.response.status,
      serverMessage: serverMessageIn(thrown.responseData),
      cause: thrown,
    });
  }
  if (thrown instanceof UnexpectedAnswerError) {
    return new AdminApiError({ attempt, failure: "notKeycloak", cause: thrown });
  }
  // `fetch` throws these without an answer, or without one in time.
  if (thrown instanceof TypeError || thrown instanceof DOMException) {
    return new AdminApiError({ attempt, failure: "unreachable", cause: thrown });
  }
  return thrown;
}

/** Whether the server denied a request because the person lacks the right to make it. */
export function isForbidden(thrown: unknown): boolean {
  return thrown instanceof AdminApiError && thrown.failure === "forbidden";
}
