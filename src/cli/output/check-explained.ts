/** Explains what `check` covers and what it doesn't, as lines of text. */
export const checkExplained: readonly string[] = [
  "check finds the admin roles of each service account: from role mappings, composite roles, groups, default roles and default groups,",
  "in current spelling and in that of old exports. It reads roles as a server imports them into a new realm.",
  "It also finds access that doesn't come from roles: protocol mappers that let a program act as another user, and",
  "fine-grained permissions. What it doesn't understand is never harmless: it prints CANNOT TELL and exits with 2.",
  "",
  "Not covered:",
  "- programs that sign in with a person's password, or on behalf of a person",
  "- users, groups and roles from a federated directory or an identity provider",
  "- existing roles in a realm of the same name on a server, to which a partial import adds",
];
