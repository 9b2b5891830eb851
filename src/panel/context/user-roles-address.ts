/**
 * The address of the stock page with a user's roles, inherited ones among them: `#/{realm}/users/{id}/role-mapping`,
 * the same in the consoles of 26.0 and 26.7.
 *
 * @param consoleAddress any address of the console that the panel stands in; what is behind `#` doesn't count
 */
export function userRolesAddress(
  consoleAddress: string,
  { realm, userId }: { readonly realm: string; readonly userId: string },
): string {
  const [base = ""] = consoleAddress.split("#");
  return `${base}#/${[realm, "users", userId, "role-mapping"].map(encodeURIComponent).join("/")}`;
}
