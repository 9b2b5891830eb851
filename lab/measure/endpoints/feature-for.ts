const features: readonly (readonly [path: RegExp, feature: string])[] = [
  [/^\/ssf\//, "ssf"],
  [/\/vc\//, "oid4vc-vci"],
  [/\/client-secret\/rotated$/, "client-secret-rotation"],
  [/\/management\/permissions$|^\/users-management-permissions$/, "admin-fine-grained-authz:v1"],
  [/^\/client-types$/, "client-types"],
  [/^\/workflows/, "workflows"],
];

/**
 * The feature that a call belongs to, where it is one that was, in some version, off unless the
 * server is started with it.
 *
 * @see [Enabling and disabling features](https://www.keycloak.org/server/features)
 */
export function featureFor(path: string): string | undefined {
  return features.find(([pattern]) => pattern.test(path))?.[1];
}
