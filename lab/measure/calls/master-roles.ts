/**
 * Realm roles of `master` that allow something of their own: none of them is a role of the realm that
 * calls are measured in.
 */
export const masterRoles: readonly string[] = ["create-realm"];
