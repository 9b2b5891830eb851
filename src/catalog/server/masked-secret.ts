/**
 * What Keycloak shows in place of a secret: in exports from the console, and from 26.8 on to
 * administrators who may view a client but not manage it. It is never a secret.
 *
 * @see [ComponentRepresentation.SECRET_VALUE](https://github.com/keycloak/keycloak/blob/main/core/src/main/java/org/keycloak/representations/idm/ComponentRepresentation.java)
 * @see [Masked client secrets, issue 49220](https://github.com/keycloak/keycloak/issues/49220)
 */
export const maskedSecret = "**********";
