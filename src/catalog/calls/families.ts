/** Families of calls in display order; "other" is for calls without a rule. */
export const families = [
  "users",
  "groups",
  "roles",
  "clients",
  "clientScopes",
  "authorization",
  "identityProviders",
  "organizations",
  "authentication",
  "realm",
  "components",
  "events",
  "sessions",
  "localization",
  "workflows",
  "sharedSignals",
  "console",
  "server",
  "other",
] as const;

export type Family = (typeof families)[number];

/** The start of a path and its family; the first match counts. */
const beginnings: readonly (readonly [beginning: string, family: Family])[] = [
  ["/users", "users"],
  ["/users-management-permissions", "users"],
  ["/attack-detection", "users"],
  ["/groups", "groups"],
  ["/group-by-path", "groups"],
  ["/default-groups", "groups"],
  ["/roles", "roles"],
  ["/roles-by-id", "roles"],
  ["/clients/{}/roles", "roles"],
  ["/clients/{}/authz", "authorization"],
  ["/clients", "clients"],
  ["/clients-initial-access", "clients"],
  ["/client-description-converter", "clients"],
  ["/client-policies", "clients"],
  ["/client-registration-policy", "clients"],
  ["/client-types", "clients"],
  ["/realms/{}/clients-registrations", "clients"],
  // Of Phase Two's extension.
  ["/realms/{}/orgs", "organizations"],
  ["/realms/{}/users", "organizations"],
  ["/client-scopes", "clientScopes"],
  ["/client-templates", "clientScopes"],
  ["/default-default-client-scopes", "clientScopes"],
  ["/default-optional-client-scopes", "clientScopes"],
  ["/identity-provider", "identityProviders"],
  ["/organizations", "organizations"],
  ["/authentication", "authentication"],
  ["/credential-registrators", "authentication"],
  ["/keys", "realm"],
  ["/partialImport", "realm"],
  ["/partial-export", "realm"],
  ["/testSMTPConnection", "realm"],
  ["/clear-realm-cache", "realm"],
  ["/clear-user-cache", "realm"],
  ["/clear-keys-cache", "realm"],
  ["/clear-crl-cache", "realm"],
  ["/components", "components"],
  ["/user-storage", "components"],
  ["/testLDAPConnection", "components"],
  ["/ldap-server-capabilities", "components"],
  ["/events", "events"],
  ["/admin-events", "events"],
  ["/sessions", "sessions"],
  ["/logout-all", "sessions"],
  ["/client-session-stats", "sessions"],
  ["/push-revocation", "sessions"],
  ["/localization", "localization"],
  ["/workflows", "workflows"],
  ["/ssf", "sharedSignals"],
  ["/ui-ext", "console"],
  ["/admin/serverinfo", "server"],
  ["/admin/realms/{}", "realm"],
  ["/admin/realms", "server"],
  ["/admin/{}/console", "console"],
  ["/admin/index.{}", "console"],
];

/**
 * The family of a call, by the start of its path.
 *
 * @param path as `shortPath` writes it, with named or nameless parameters.
 */
export function familyOf(path: string): Family {
  const nameless = path.replace(/\{[^}]*\}/g, "{}");
  // Opens the console; paths below it may belong elsewhere.
  if (nameless === "/admin") return "console";
  const found = beginnings.find(
    ([beginning]) => nameless === beginning || nameless.startsWith(`${beginning}/`),
  );
  return found?.[1] ?? "other";
}
