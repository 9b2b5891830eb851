/** The scripts of the theme that a page of the console loads, by their addresses. */
export async function scriptsOf(consoleUrl: string): Promise<readonly string[]> {
  const answer = await fetch(consoleUrl);
  if (!answer.ok) throw new Error(`${consoleUrl} answered ${answer.status}.`);
  const page = await answer.text();
  return [...page.matchAll(/[^"]+\/service-account-presets\/js\/[^"]+\.js/g)].map(([src]) => src);
}

/** Whether somebody can sign in with that name and password. */
export async function canSignIn(
  consoleUrl: string,
  username: string,
  password: string,
): Promise<boolean> {
  const url = new URL(`/realms/master/protocol/openid-connect/token`, consoleUrl);
  const body = new URLSearchParams({
    grant_type: "password",
    client_id: "admin-cli",
    username,
    password,
  });
  return (await fetch(url, { method: "POST", body })).ok;
}
