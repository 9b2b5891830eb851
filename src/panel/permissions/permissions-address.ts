/** A page of the console below *Permissions* of a realm. */
export type PermissionsPage =
  | { readonly kind: "policies" }
  | { readonly kind: "policy"; readonly id: string; readonly type: string }
  | { readonly kind: "permission"; readonly id: string; readonly resourceType: string };

const stepsOf = (page: PermissionsPage): readonly string[] => {
  switch (page.kind) {
    case "policies":
      return ["policies"];
    case "policy":
      return ["policies", page.id, page.type];
    case "permission":
      return ["permission", page.id, page.resourceType];
  }
};

/**
 * The address of a page with fine-grained permissions: `#/{realm}/permissions/{client}/…`, the same in the consoles of
 * 26.2 and 26.7.
 *
 * @param consoleAddress any address of the console that the panel stands in; what is behind `#` doesn't count
 * @param permissionsClientUuid the client that carries the permissions
 */
export function permissionsAddress(
  consoleAddress: string,
  {
    realm,
    permissionsClientUuid,
  }: { readonly realm: string; readonly permissionsClientUuid: string },
  page: PermissionsPage,
): string {
  const [base = ""] = consoleAddress.split("#");
  const steps = [realm, "permissions", permissionsClientUuid, ...stepsOf(page)];
  return `${base}#/${steps.map(encodeURIComponent).join("/")}`;
}
