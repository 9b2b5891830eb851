/** The requests that scenarios send, as {@link requestLabel} words them. */

const mappings = "/users/{id}/role-mappings/clients/{admin}";
const realmMappings = "/users/{id}/role-mappings/realm";
const scope = "/clients/{client}/scope-mappings/clients/{admin}";
const defaultScopes = "/clients/{client}/default-client-scopes/{id}";
const optionalScopes = "/clients/{client}/optional-client-scopes/{id}";

export const switchOnAccount = ["PUT /clients/{client}"];
export const addMappings = [`POST ${mappings}`];
export const removeMappings = [`DELETE ${mappings}`];
export const addRealmMappings = [`POST ${realmMappings}`];
export const addToScope = [`POST ${scope}`];
export const removeFromScope = [`DELETE ${scope}`];
export const makeDefault = [`PUT ${defaultScopes}`];
export const unmakeDefault = [`DELETE ${defaultScopes}`];
export const makeOptional = [`PUT ${optionalScopes}`];
export const unmakeOptional = [`DELETE ${optionalScopes}`];

export const readMapped = [`GET ${mappings}`];
export const readEffective = [`GET ${mappings}/composite`];
export const readMappedOfRealm = [`GET ${realmMappings}`];
export const readEffectiveOfRealm = [`GET ${realmMappings}/composite`];
export const readScope = ["GET /clients/{client}/evaluate-scopes/scope-mappings/{admin}/granted"];
export const listClientScopes = ["GET /client-scopes"];

/** What an account holds after a change: the mapped roles and the effective ones, at once. */
export const readHeld = [...readMapped, ...readEffective];

/** Asks whose the user of the usual name is, where that isn't known yet. */
export const readLinkedAccount = ["GET /clients/{client}/service-account-user"];

/** The whole state of a client whose account is known, in two waves. */
export const readAll = [
  "GET /clients/{client}",
  "GET /clients/?clientId",
  "GET /users/",
  "GET /clients/{admin}/roles",
  ...readMapped,
  ...readEffective,
  `GET ${mappings}/available`,
];
