/** What a finding can name: a client (and its service account), a role, a group, … */
export interface Subject {
  readonly realm: string;
  readonly kind: "client" | "clientScope" | "group" | "identityProvider" | "realm" | "role";
  readonly name: string;
}

/** What a case is about, which decides the table that it stands in. */
export type CaseTopic =
  /** Admin access of a service account. */
  | "access"
  /** Access that looks like admin access, or is intended. */
  | "harmless"
  /** Admin access of people, groups and roles. */
  | "people"
  /** Settings of clients, identity providers and realms. */
  | "settings";

/** A call of the Admin API, which proves what an account may do. */
export interface Proof {
  readonly method: "GET" | "POST";
  /** Below the realm, such as "/users". */
  readonly path: string;
  /** Where it isn't the account's own realm. */
  readonly realm?: string;
  readonly body?: object;
}

/**
 * Something that is configured in one place, and not in its twin, which is the same otherwise. What a tool reports of the
 * place and not of its twin is what it finds: no rule of a tool is named here, so that none is preferred.
 */
export interface PeerCase {
  readonly id: string;
  readonly topic: CaseTopic;
  /** What is configured, in Markdown for a table. */
  readonly what: string;
  /** Whatever of these a finding names, it is about the case. */
  readonly subjects: readonly Subject[];
  readonly twin: Subject;
  /** The call of the service account that works where the case is access, and fails where it is harmless. */
  readonly proof?: Proof;
  /** Whether the account can't sign in as it is. */
  readonly isDormant?: boolean;
}

/** Whether a tool is expected to report the case: harmless ones are false alarms. */
export const isToBeReported = ({ topic }: PeerCase): boolean => topic !== "harmless";
