/**
 * Encodes a realm's name as Keycloak does in its addresses and in the issuer of its tokens: as a
 * path segment, in which more characters stand for themselves than `encodeURIComponent` knows.
 *
 * @see [RFC 3986, section 3.3](https://www.rfc-editor.org/rfc/rfc3986#section-3.3)
 */
export function encodeRealm(realm: string): string {
  return encodeURIComponent(realm).replace(/%(24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent);
}
