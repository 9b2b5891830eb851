import { InvalidArgumentError } from "@commander-js/extra-typings";

/**
 * The address of a resource of Terraform, which is written into a module as it is.
 *
 * @throws InvalidArgumentError where it is none
 * @see [Resource addresses](https://developer.hashicorp.com/terraform/cli/state/resource-addressing)
 */
export function parseResourceAddress(text: string): string {
  const instance = String.raw`(\[(\d+|"[\w-]+")\])?`;
  const name = String.raw`[A-Za-z_][\w-]*`;
  const address = new RegExp(`^(data\\.)?keycloak_openid_client\\.${name}${instance}$`);
  if (!address.test(text)) {
    throw new InvalidArgumentError("An address such as keycloak_openid_client.api is expected.");
  }
  return text;
}
