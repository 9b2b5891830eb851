import type { RowOrigin } from "../access/survey/origins-of-row.ts";

/** How an account came to a role, as it is exported. */
export interface ExportedOrigin {
  /** Such as `role view-users` or `group /ops`. */
  readonly through: string;
  /** When it was assigned, in ISO 8601; null if no event of it is kept, or that isn't known. */
  readonly assignedAt: string | null;
  /** The username of who assigned it, or the id where that can't be seen. */
  readonly assignedBy: string | null;
  /** `notRecorded`: no event is kept; `noDetails`: events without details leave it open. */
  readonly origin: RowOrigin["origin"]["kind"];
}

/**
 * Puts origins into the form that they are exported in.
 *
 * @param names usernames by user id
 */
export function describeOrigins(
  origins: readonly RowOrigin[],
  names: ReadonlyMap<string, string>,
): readonly ExportedOrigin[] {
  return origins.map(({ kind, name, origin }) => {
    const event = origin.kind === "recorded" ? origin.event : undefined;
    return {
      through: `${kind} ${name}`,
      assignedAt: event === undefined ? null : new Date(event.time).toISOString(),
      assignedBy: event === undefined ? null : (names.get(event.by.userId) ?? event.by.userId),
      origin: origin.kind,
    };
  });
}

/** Someone who made a write; only what is told of them. */
type NamedActor =
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "gone" | "notKnown" };

/** What to call who made writes, by user id; who isn't known is called by the id. */
export function namesOfActors(
  actors: ReadonlyMap<string, NamedActor>,
): ReadonlyMap<string, string> {
  return new Map(
    [...actors].map(([id, actor]) => [
      id,
      actor.kind === "named" ? actor.name : actor.kind === "gone" ? `${id} (deleted)` : id,
    ]),
  );
}

const unknown = { noDetails: "not known", notRecorded: "not recorded" } as const;

/** An origin in a few words. */
export function originInWords({ through, assignedAt, assignedBy, origin }: ExportedOrigin): string {
  if (origin === "recorded") return `${through}: ${assignedAt} by ${assignedBy}`;
  return `${through}: ${unknown[origin]}`;
}
