/** A command that refuses what was typed. */
interface Refusing {
  readonly error: (message: string) => never;
}

/** Refuses a command for a server that doesn't say which realms it is about. */
export function requireRealms(
  command: Refusing,
  realm: string | readonly string[] | undefined,
  allRealms: true | undefined,
): void {
  if ((realm === undefined || realm.length === 0) && allRealms === undefined) {
    command.error("error: specify --realm or --all-realms");
  }
}
