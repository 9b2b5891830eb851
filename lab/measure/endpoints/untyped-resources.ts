const admin = "org.keycloak.services.resources.admin";
const authorization = "org.keycloak.authorization.admin";
const registration = "org.keycloak.services.clientregistration";

/** Where the addresses of the APIs begin that admin roles open, and the class behind each. */
export const rootResources: ReadonlyMap<string, string> = new Map([
  ["/admin", `${admin}.AdminRoot`],
  ["/realms/{realm}/clients-registrations", `${registration}.ClientRegistrationService`],
]);

/**
 * What stands behind the few sub-resources whose class can't be told from the code: the method that
 * returns them and their classes, with the path segment in front where the address chooses between
 * them. A class that a server doesn't have is left out there.
 *
 * @see [AdminRealmResourceProvider](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/services/resources/admin/ext/AdminRealmResourceProvider.java)
 * @see [Client registration service](https://www.keycloak.org/securing-apps/client-registration)
 */
export const untypedResources: ReadonlyMap<string, readonly string[]> = new Map([
  ["AdminRoot.getServerInfo", [`${admin}.info.ServerInfoAdminResource`]],
  [
    "RealmAdminResource.extension",
    [
      "ui-ext:org.keycloak.admin.ui.rest.AdminExtResource",
      `testLDAPConnection:${admin}.TestLdapConnectionResource`,
      `ldap-server-capabilities:${admin}.LdapServerCapabilitiesResource`,
      `user-storage:${admin}.UserStorageProviderResource`,
      `clear-user-cache:${admin}.ClearUserCacheResource`,
      `clear-realm-cache:${admin}.ClearRealmCacheResource`,
      `clear-keys-cache:${admin}.ClearKeysCacheResource`,
      `clear-crl-cache:${admin}.ClearCrlCacheResource`,
      "ssf:org.keycloak.ssf.services.admin.SsfAdminResource",
    ],
  ],
  [
    "PolicyService.getResource",
    [`${authorization}.PolicyTypeService`, `${authorization}.PolicyResourceService`],
  ],
  // None of Keycloak's own policy types has one.
  ["PolicyTypeService.getPolicyAdminResourceProvider", []],
  [
    "ClientRegistrationService.provider",
    [
      `default:${registration}.DefaultClientRegistrationProvider`,
      `openid-connect:${registration}.oidc.OIDCClientRegistrationProvider`,
      "saml2-entity-descriptor:org.keycloak.protocol.saml.clientregistration.EntityDescriptorClientRegistrationProvider",
      `install:${registration}.AdapterInstallationClientRegistrationProvider`,
    ],
  ],
]);
