import type { ReachRule } from "./reach.ts";
import { phaseTwoReachRules } from "./reach-rules-phase-two.ts";

/**
 * The calls whose reach doesn't follow from their method; the first matching rule counts. Each was
 * reviewed against the escalation tests in `lab/escalations/`, or has its reason next to it.
 */
export const reachRules: readonly ReachRule[] = [
  // Roles for a user, a group, or a role that others have.
  {
    reach: "canEscalate",
    calls: ["POST /users/{}/role-mappings/**"],
    tried: ["map-role-that-holds-realm-admin", "give-realm-admin-to-accomplice"],
  },
  {
    reach: "canEscalate",
    calls: [
      "POST /groups/{}/role-mappings/**",
      "POST /organizations/{}/groups/{}/role-mappings/**",
      // An existing group in the body is moved, and its members get the roles of its new parent.
      "POST /groups/{}/children",
      "POST /organizations/{}/groups/{}/children",
      // A group has roles.
      "PUT /organizations/{}/groups/{}/members/{}",
    ],
  },
  {
    reach: "canEscalate",
    calls: ["POST /roles/{}/composites", "POST /roles-by-id/{}/composites"],
    tried: ["add-role-that-holds-realm-admin-to-default-role"],
  },
  {
    reach: "canEscalate",
    calls: ["POST /clients/{}/roles/{}/composites"],
    tried: ["add-administrators-client-role-to-default-client-role"],
  },
  {
    reach: "canEscalate",
    calls: ["PUT /users/{}/groups/{}"],
    tried: ["join-group-of-administrators"],
  },
  {
    reach: "canEscalate",
    calls: ["PUT /default-groups/{}"],
    tried: ["make-group-of-administrators-default"],
  },

  // Accounts of others.
  {
    reach: "canEscalate",
    calls: ["POST /users"],
    tried: ["create-user-in-group-of-administrators"],
  },
  {
    reach: "canEscalate",
    calls: ["PUT /users/{}/reset-password", "POST /users/{}/impersonation"],
    tried: ["reset-administrators-password", "impersonate-administrator"],
  },
  {
    reach: "canEscalate",
    calls: [
      // The email for a new password goes to the new email address.
      "PUT /users/{}",
      "PUT /users/{}/reset-password-email",
      "PUT /users/{}/execute-actions-email",
      // Anyone who signs in at the identity provider then signs in as that user.
      "POST /users/{}/federated-identity/{}",
      // The second factor is gone.
      "PUT /users/{}/disable-credential-types",
      "DELETE /users/{}/credentials/{}",
    ],
  },
  {
    reach: "canEscalate",
    calls: ["POST /organizations/{}/members/invite-user"],
    tried: ["register-by-own-invitation"],
  },

  // Reads of secrets.
  {
    reach: "readsSecrets",
    calls: ["GET /clients/{}/client-secret", "GET /clients/{}/client-secret/rotated"],
    tried: ["read-secret-of-administrators-client", "read-secret-with-manage-clients"],
  },
  {
    reach: "readsSecrets",
    calls: [
      // Their answers contain the client's secret.
      "GET /clients",
      "GET /clients/{}",
      "GET /clients/{}/installation/providers/{}",
      "GET /realms/{}/clients-registrations/**",
      // The answer contains the private key, if the realm stores it.
      "GET /clients/{}/certificates/{}",
      "POST /clients/{}/certificates/{}/download",
      // Example tokens of any user.
      "GET /clients/{}/evaluate-scopes/generate-example-access-token",
      "GET /clients/{}/evaluate-scopes/generate-example-id-token",
      "GET /clients/{}/evaluate-scopes/generate-example-saml-response",
      "GET /clients/{}/evaluate-scopes/generate-example-userinfo",
    ],
  },
  {
    reach: "readsSecrets",
    calls: ["GET /admin-events"],
    tried: [
      "read-registration-token-in-admin-events",
      "read-registration-token-with-manage-events",
    ],
  },
  {
    reach: "readsSecrets",
    calls: ["GET /authentication/config/{}", "GET /authentication/executions/{}/config/{}"],
    tried: ["read-authenticators-secret"],
    endedBy: "masksAuthenticatorSecrets",
  },

  // They have a body but change nothing in the realm.
  {
    reach: "reads",
    calls: [
      // Secrets are masked in it.
      "POST /partial-export",
      "POST /client-description-converter",
      "POST /identity-provider/import-config",
      "POST /identity-provider/upload-certificate",
      "POST /clients/{}/authz/resource-server/permission/evaluate",
      "POST /clients/{}/authz/resource-server/permission/{}/evaluate",
      "POST /clients/{}/authz/resource-server/policy/evaluate",
      "POST /clients/{}/authz/resource-server/policy/{}/evaluate",
      "POST /testLDAPConnection",
      "POST /testSMTPConnection",
      "POST /ldap-server-capabilities",
    ],
  },

  // Clients, whose tokens can contain the roles of the people who sign in, or of their service
  // account.
  {
    reach: "canEscalate",
    calls: ["POST /clients"],
    tried: ["lure-administrator-to-own-client"],
  },
  {
    reach: "canEscalate",
    calls: ["POST|PUT /realms/{}/clients-registrations/**"],
    tried: [
      "lure-administrator-to-registered-client",
      "register-client-that-claims-role-from-profile",
    ],
  },
  {
    reach: "canEscalate",
    calls: ["POST /clients/{}/client-secret"],
    tried: ["renew-secret-of-administrators-client"],
  },
  {
    reach: "canEscalate",
    calls: [
      "POST /clients/{}/protocol-mappers/**",
      "PUT /clients/{}/protocol-mappers/**",
      "POST /client-scopes/{}/protocol-mappers/**",
      "PUT /client-scopes/{}/protocol-mappers/**",
      "POST /client-templates/{}/protocol-mappers/**",
      "PUT /client-templates/{}/protocol-mappers/**",
    ],
    tried: ["hardcode-admin-role-into-tokens", "claim-admin-role-in-tokens"],
  },
  {
    reach: "canEscalate",
    calls: [
      "PUT /clients/{}",
      // Tokens that register clients, or read and change a client with its secret.
      "POST /clients-initial-access",
      "POST /clients/{}/registration-access-token",
      // With its own key, the caller can sign in as the client.
      "POST /clients/{}/certificates/**",
      // Roles that its tokens then carry.
      "POST /clients/{}/scope-mappings/**",
      "POST /client-scopes/{}/scope-mappings/**",
      "POST /client-templates/{}/scope-mappings/**",
      "PUT /clients/{}/default-client-scopes/{}",
      "PUT /clients/{}/optional-client-scopes/{}",
    ],
  },

  // Permissions.
  {
    reach: "canEscalate",
    calls: ["POST|PUT|DELETE /clients/{}/authz/**"],
    tried: ["open-application-to-itself"],
  },
  {
    reach: "canEscalate",
    calls: [
      "PUT /clients/{}/management/permissions",
      "PUT /clients/{}/roles/{}/management/permissions",
      "PUT /groups/{}/management/permissions",
      "PUT /identity-provider/instances/{}/management/permissions",
      "PUT /roles/{}/management/permissions",
      "PUT /roles-by-id/{}/management/permissions",
      "PUT /users-management-permissions",
    ],
  },

  // Who may sign in, and as whom.
  {
    reach: "canEscalate",
    calls: ["POST|PUT /identity-provider/instances/**", "POST /identity-provider/instances"],
    tried: [
      "sign-in-through-own-identity-provider",
      "join-group-through-own-identity-provider",
      "redirect-identity-providers-secret",
    ],
  },
  {
    reach: "canEscalate",
    calls: ["POST|PUT|DELETE /authentication/**"],
    tried: ["sign-in-without-password"],
  },

  // The realm.
  {
    reach: "canEscalate",
    // Including the console's own call for the realm's settings.
    calls: ["PUT /admin/realms/{}", "PUT /ui-ext"],
    tried: ["redirect-password-mail", "redirect-mail-servers-password", "sign-in-without-password"],
  },
  { reach: "canEscalate", calls: ["POST /partialImport"], tried: ["import-administrator"] },
  {
    reach: "canEscalate",
    calls: ["POST /components", "PUT /components/{}"],
    tried: ["forge-tokens-with-own-key", "redirect-directorys-password"],
  },
  {
    reach: "canEscalate",
    calls: [
      // Who creates a realm administers it.
      "POST /admin/realms",
      // A step of a workflow can assign a role, or join a group.
      "POST /workflows",
      "PUT /workflows/{}",
      "POST /workflows/{}/activate/{}/{}",
    ],
  },

  ...phaseTwoReachRules,
];
