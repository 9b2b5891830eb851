import { NetworkError } from "@keycloak/keycloak-admin-client/lib/utils/fetchWithError.js";
import { isRedirect } from "./is-redirect.ts";
import type { RequestName } from "./request-name.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

/** What kept a request from doing what it was sent for. */
export type AdminApiFailure =
  | "unreachable"
  | "notSignedIn"
  | "forbidden"
  | "notFound"
  /** The server answered, and left out what is there: the person may not see it. */
  | "hidden"
  | "conflict"
  | "tooManyRequests"
  | "notKeycloak"
  /** The request was redirected to another address, which was not asked. */
  | "redirected"
  | "refused"
  | "serverError";

const certain: readonly AdminApiFailure[] = [
  "notSignedIn",
  "forbidden",
  "notFound",
  "conflict",
  "tooManyRequests",
  "refused",
];

/** Whether a failure tells that the server did nothing of what was asked. */
export function tellsThatNothingWasDone(failure: AdminApiFailure): boolean {
  return certain.includes(failure);
}

/** What is known of a failed request. */
export interface FailedRequest {
  /** What was tried. */
  readonly attempt: RequestName;
  readonly failure: AdminApiFailure;
  /** The HTTP status, where there was a response. */
  readonly status?: number;
  /** The server's own words. They are data from outside: show them as text only. */
  readonly serverMessage?: string | undefined;
  readonly cause?: unknown;
}

/** A request to the Admin API that failed: what was tried, and what the server said. */
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
 * The server's own words in the body of a response: `errorMessage` of the Admin API, or what OAuth calls
 * `error_description` and `error`. They are data from outside: show them as text only.
 */
export function serverMessageIn(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(body));
  for (const field of ["errorMessage", "error_description", "error"]) {
    const text = fields.get(field);
    // "HTTP 403 Forbidden" and its like say no more than the status does.
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
 * Puts a name to what a call of the admin client threw.
 *
 * @returns what was thrown itself where it is no failed request, such as a session that is gone
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
  // What `fetch` throws when there is no answer, or none in time.
  if (thrown instanceof TypeError || thrown instanceof DOMException) {
    return new AdminApiError({ attempt, failure: "unreachable", cause: thrown });
  }
  return thrown;
}

/** Whether the server refused a request since the person may not make it. */
export function isForbidden(thrown: unknown): boolean {
  return thrown instanceof AdminApiError && thrown.failure === "forbidden";
}
