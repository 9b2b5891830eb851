/** Names that Windows keeps for devices, whatever stands behind their dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** How long the part of the client ID may be: file systems take 255 bytes for the whole name. */
const longest = 80;

/**
 * The name of the file that a client's private key is saved under: of its client ID what every file system and shell
 * takes as it is.
 *
 * @see [Naming files, paths, and namespaces](https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file)
 */
export function keyFileName(clientId: string): string {
  const safe = clientId
    .normalize("NFKC")
    .replace(/[^a-zA-Z0-9_-]+/g, "-")
    .replace(/-{2,}/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  const name = safe === "" || reserved.test(safe) ? `client-${safe}`.replace(/-$/, "") : safe;
  return `${name}-private-key.pem`;
}
