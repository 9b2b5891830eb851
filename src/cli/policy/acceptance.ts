import { CliError } from "../cli-error.ts";
import {
  type PowerBesideRoles,
  type PowerKind,
  powerKinds,
} from "../realm-file/powers-beside-roles.ts";

/** What is accepted although it comes from no role, or can't be told: of one client, or of all. */
export interface Acceptance {
  /** Undefined for all clients. */
  readonly clientId: string | undefined;
  readonly kinds: readonly PowerKind[];
}

function kindOf(text: string): PowerKind {
  const kind = powerKinds.find((it) => it === text.trim());
  if (kind === undefined) {
    throw new CliError(`${text} can't be accepted. There are: ${powerKinds.join(", ")}.`);
  }
  return kind;
}

/**
 * Reads an acceptance: `act-as-user` for every client, `billing=act-as-user,permissions` for one.
 *
 * @throws CliError on an unknown kind, with all that there are
 */
export function parseAcceptance(text: string): Acceptance {
  const place = text.lastIndexOf("=");
  return {
    clientId: place === -1 ? undefined : text.slice(0, place),
    kinds: text
      .slice(place + 1)
      .split(",")
      .map(kindOf),
  };
}

/** Whether a power is accepted by one of these. */
export function isAccepted(
  { clientId, kind }: PowerBesideRoles,
  acceptances: readonly Acceptance[],
): boolean {
  return acceptances.some(
    (it) => (it.clientId === undefined || it.clientId === clientId) && it.kinds.includes(kind),
  );
}
