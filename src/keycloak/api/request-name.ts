/** The purpose of a request; the message `attempts.<name>` describes it. */
export type RequestName =
  | "readClient"
  | "findAdminClient"
  | "readServiceAccount"
  | "listRoles"
  | "readMappings"
  | "readEffective"
  | "readAvailable"
  | "readScope"
  | "readClientScopes"
  | "findRealms"
  | "readRealm"
  | "readPolicies"
  | "readSecret"
  | "ownCall"
  | "createClient"
  | "deleteClient"
  | "survey"
  | "readEvents"
  | "readEnds"
  | "changeEnds"
  /** Any write of a change. */
  | "change";
