/** A call of the Admin API that wants an admin role. */
export interface ClientCall {
  readonly name: string;
  readonly method: string;
  /** Below the realm's own. */
  readonly path: string;
  readonly body?: unknown;
}

/** What the calls are about. */
interface Targets {
  readonly clientId: string;
  readonly bystanderId: string;
  readonly bystanderUuid: string;
}

/** Calls that nobody without power is answered: one read and one write of users and clients each, and others. */
export const callsOf = ({
  clientId,
  bystanderId,
  bystanderUuid,
}: Targets): readonly ClientCall[] => [
  { name: "read a user", method: "GET", path: `/users/${bystanderId}` },
  {
    ...{ name: "change a user", method: "PUT", path: `/users/${bystanderId}` },
    body: { firstName: "Changed" },
  },
  { name: "read a client", method: "GET", path: `/clients/${bystanderUuid}` },
  {
    ...{ name: "change a client", method: "PUT", path: `/clients/${bystanderUuid}` },
    body: { description: "changed" },
  },
  { name: "read events", method: "GET", path: "/events?max=1" },
  {
    ...{ name: "make a role", method: "POST", path: "/roles" },
    body: { name: `made by ${clientId}` },
  },
];
