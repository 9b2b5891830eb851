import { ExpectedError } from "../../../tools/command/expected-error.ts";
import { secretOf } from "./case-realm.ts";
import type { PeerCase } from "./peer-case.ts";

/**
 * Tries on the server what is said of the service accounts: with its token, an account with admin access makes a call,
 * a harmless one is refused, and a dormant one gets no token.
 *
 * @returns how many were tried
 * @throws ExpectedError where the server does something else: the case would be a wrong one
 */
export async function proveCases(cases: readonly PeerCase[], baseUrl: string): Promise<number> {
  let tried = 0;
  for (const it of cases) {
    const [subject] = it.subjects;
    if (it.proof === undefined || subject === undefined) continue;
    const status = await statusOf(it, baseUrl, subject.realm, subject.name);
    if (!isProof(it, status)) {
      throw new ExpectedError(`${it.id}: the server answers ${status}, which isn't what it says.`);
    }
    tried += 1;
  }
  return tried;
}

/** Whether a status is what the case says. */
export function isProof({ topic, isDormant = false }: PeerCase, status: number): boolean {
  // A disabled client is refused where it asks for a token.
  if (isDormant) return status === 400 || status === 401;
  return topic === "access" ? status >= 200 && status < 300 : status === 403;
}

/** The status of the call of a case, or of its token where there is none. */
async function statusOf(
  { proof }: PeerCase,
  baseUrl: string,
  realm: string,
  clientId: string,
): Promise<number> {
  const answer = await fetch(`${baseUrl}/realms/${realm}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      ...{ grant_type: "client_credentials", client_id: clientId },
      client_secret: secretOf(clientId),
    }),
  });
  if (!answer.ok || proof === undefined) return answer.status;
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const { method, path, body } = proof;
  const called = await fetch(`${baseUrl}/admin/realms/${proof.realm ?? realm}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return called.status;
}
