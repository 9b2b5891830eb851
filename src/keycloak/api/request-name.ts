/** What a request is sent for; the message `attempts.<this>` says it in words. */
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
  /** Any write of a change. */
  | "change";
