/** A program of the realm that the pictures show. */
export interface ShowcaseClient {
  readonly clientId: string;
  readonly description: string;
  /** Roles of `realm-management` that its service account holds. */
  readonly roles: readonly string[];
  readonly isDisabled?: true;
  /** Roles reach its tokens only where its scope has them, which it has not. */
  readonly isScoped?: true;
  /** It has signed in. */
  readonly isInUse?: true;
}

/** The client whose tab is shown, with a preset applied. */
export const exemplary = "billing-sync";
/** The client whose calls are denied. */
export const denied = "support-desk";

/** Programs as a company has them: some with what their job needs, some with far more. */
export const showcaseClients: readonly ShowcaseClient[] = [
  {
    clientId: exemplary,
    description: "Reads customers for invoices",
    roles: ["view-users", "query-users"],
    isInUse: true,
  },
  {
    clientId: "crm-import",
    description: "Creates accounts for new customers",
    roles: ["manage-users"],
    isInUse: true,
  },
  {
    clientId: denied,
    description: "Finds the account of somebody who calls",
    roles: ["view-users", "query-users"],
    isScoped: true,
    isInUse: true,
  },
  {
    clientId: "audit-export",
    description: "Copies sign-in events into the data warehouse",
    roles: ["view-events", "query-clients"],
    isInUse: true,
  },
  {
    clientId: "nightly-backup",
    description: "Exports the realm each night",
    roles: ["realm-admin"],
    isInUse: true,
  },
  {
    clientId: "intranet-search",
    description: "Replaced last year",
    roles: ["view-users", "view-clients"],
    isDisabled: true,
  },
  { clientId: "health-probe", description: "Takes a token, and that is all", roles: [] },
];
