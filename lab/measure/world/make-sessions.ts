import type { Lab } from "../lab.ts";

/** Signs alice in, once with an offline token, and once with a wrong password. */
export async function makeSessions(lab: Lab): Promise<void> {
  for (const [password, scope] of [
    ["password of alice", "openid"],
    ["password of alice", "openid offline_access"],
    ["wrong", "openid"],
  ] as const) {
    await signIn(lab, { username: "alice", password, scope });
  }
}

/** Signs a user in at the client `app`; a wrong password is no error. */
export async function signIn(
  lab: Lab,
  user: { username: string; password: string; scope: string },
): Promise<void> {
  const body = new URLSearchParams({
    grant_type: "password",
    client_id: "app",
    client_secret: "secret of app",
    ...user,
  });
  await fetch(`${lab.baseUrl}/realms/${lab.realm}/protocol/openid-connect/token`, {
    method: "POST",
    body,
  }).then((response) => response.arrayBuffer());
}
