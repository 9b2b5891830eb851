/** What a network, a proxy or a server does to one request instead of answering it. */
export type Fault =
  /** The connection is cut before the server gets the request. */
  | { readonly kind: "cutBefore" }
  /** The connection is cut after the server did what was asked. */
  | { readonly kind: "cutAfter" }
  /** The server gets nothing, and something else answers. */
  | { readonly kind: "answer"; readonly status: number; readonly page?: boolean }
  /** The server did what was asked, and something else answers. */
  | { readonly kind: "answerAfter"; readonly status: number }
  | { readonly kind: "delay"; readonly milliseconds: number }
  /** The server gets the request twice, one after the other or both at once. */
  | { readonly kind: "duplicate"; readonly isAtOnce: boolean };

/** A fault, what it is called in the table of cases, and how long it lasts. */
export interface NamedFault {
  readonly name: string;
  readonly fault: Fault;
  /**
   * - `once`: it strikes one request, and the next one like it goes through.
   * - `lasting`: it strikes that request and all like it, until what went wrong is looked at.
   * - `offline`: it strikes that request and all that follow, likewise.
   */
  readonly lasts: "once" | "lasting" | "offline";
}

/** How long a slow answer takes: the client itself gives up after 30 s. */
const slow = 20_000;

const statuses = [401, 403, 404, 409, 400, 429, 500];

const refusals: readonly (readonly [string, Fault])[] = [
  ["cut before", { kind: "cutBefore" }],
  ...statuses.map((status) => [String(status), { kind: "answer", status }] as const),
  ["page 200", { kind: "answer", status: 200, page: true }],
  ["page 404", { kind: "answer", status: 404, page: true }],
  ["page 502", { kind: "answer", status: 502, page: true }],
];

const all: readonly NamedFault[] = [
  ...refusals.map(([name, fault]) => ({ name, fault, lasts: "once" as const })),
  { name: "cut after", fault: { kind: "cutAfter" }, lasts: "once" },
  { name: "page 504 after", fault: { kind: "answerAfter", status: 504 }, lasts: "once" },
  { name: "20 s delay", fault: { kind: "delay", milliseconds: slow }, lasts: "once" },
  { name: "duplicate", fault: { kind: "duplicate", isAtOnce: false }, lasts: "once" },
  { name: "duplicate at once", fault: { kind: "duplicate", isAtOnce: true }, lasts: "once" },
  ...refusals.map(([name, fault]) => ({
    name: `${name}, lasting`,
    fault,
    lasts: "lasting" as const,
  })),
  { name: "offline", fault: { kind: "cutBefore" }, lasts: "offline" },
];

/** For a request that changes nothing these are the same as others in the list. */
const sameForReading = [
  ...["page 504 after", "duplicate at once"],
  ...["409, lasting", "429, lasting", "page 404, lasting", "page 502, lasting"],
];

/** The faults that a request can meet. */
export function faultsFor(isReading: boolean): readonly NamedFault[] {
  return isReading ? all.filter(({ name }) => !sameForReading.includes(name)) : all;
}
