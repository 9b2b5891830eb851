import type { Connection } from "./connection.ts";

/**
 * A Python program that makes one call with the library `requests`. The escapes of JSON are Python's too.
 *
 * @see [Python, string and bytes literals](https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals)
 */
export function asPython({ tokenEndpoint, clientId, address, secret }: Connection): string {
  const quote = (text: string) => JSON.stringify(text);
  return `import os
import requests

answer = requests.post(
    ${quote(tokenEndpoint)},
    data={
        "grant_type": "client_credentials",
        "client_id": ${quote(clientId)},
        "client_secret": ${secret === undefined ? 'os.environ["CLIENT_SECRET"]' : quote(secret)},
    },
    timeout=30,
)
answer.raise_for_status()
token = answer.json()["access_token"]

answer = requests.get(
    ${quote(address)},
    headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
    timeout=30,
)
answer.raise_for_status()
print(answer.json())
`;
}
