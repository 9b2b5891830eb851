const has = (content: object, ...fields: readonly string[]) =>
  fields.every((field) => Object.hasOwn(content, field));

/**
 * What a file without a realm seems to be, and what to pass in its place.
 *
 * @param content what was read of the file
 */
export function describeContent(content: unknown): string {
  if (typeof content !== "object" || content === null) {
    return "It has no realm in it. Pass the export of a realm.";
  }
  if (has(content, "kind", "apiVersion")) {
    return "It seems to be a Kubernetes resource. Pass the realm that is in it.";
  }
  if (has(content, "terraform_version")) {
    return "It seems to be a file of Terraform. Pass an export of the realm.";
  }
  if (has(content, "clientId")) {
    return "It seems to be one client. Pass the export of its realm.";
  }
  if (has(content, "username")) {
    return "It seems to be one user. Pass the export of its realm.";
  }
  if (["clients", "users", "roles", "groups"].some((field) => has(content, field))) {
    return 'It seems to be a part of a realm, and doesn\'t say of which. Add its name as "realm".';
  }
  return "It has no realm in it. Pass the export of a realm.";
}
