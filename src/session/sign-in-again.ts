/**
 * Marks the address while the person signs in again, because the product keeps no data in the
 * browser.
 */
const mark = "signedInAgain";

/** Whether this page was loaded after the person signed in again. */
export function isSignedInAgain(): boolean {
  return new URLSearchParams(location.hash.split("?").at(1)).has(mark);
}

/** Reloads the page, where the console signs the person in, and marks the reason in its address. */
export function signInAgain(): void {
  if (!isSignedInAgain()) {
    const { href, hash } = location;
    location.replace(`${href}${hash.includes("?") ? "&" : "?"}${mark}=true`);
  }
  location.reload();
}
