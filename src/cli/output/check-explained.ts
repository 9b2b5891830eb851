/** What `check` decides, and what it leaves out, in lines for people. */
export const checkExplained: readonly string[] = [
  "check reads who holds which admin roles: by role mappings, composite roles, groups, default roles and default groups,",
  "in today's spelling and in that of old exports. Roles are read as a server imports them into a new realm.",
  "It also finds power that comes from no role: protocol mappers that let a program act as another user, and",
  "fine-grained permissions. What it doesn't understand is never harmless: CANNOT TELL, and exit code 2.",
  "",
  "Not looked at:",
  "- programs that sign in with a person's password, or in a person's name",
  "- users, groups and roles that come from a federated directory or an identity provider",
  "- roles that a realm of the same name has on a server already, which a partial import adds to",
];
