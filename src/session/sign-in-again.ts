/** Stands in the address while the person is sent to sign in again: the product stores nothing. */
const mark = "signedInAgain";

/** Whether this page was loaded because the person was sent to sign in again. */
export function isSignedInAgain(): boolean {
  return new URLSearchParams(location.hash.split("?").at(1)).has(mark);
}

/** Loads the page again, where the console signs the person in, and tells the new page why. */
export function signInAgain(): void {
  if (!isSignedInAgain()) {
    const { href, hash } = location;
    location.replace(`${href}${hash.includes("?") ? "&" : "?"}${mark}=true`);
  }
  location.reload();
}
