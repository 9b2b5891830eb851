/** Explains Node's codes of connection errors, with a next step. */
const reasons = new Map([
  [
    "ECONNREFUSED",
    "the connection was refused: nothing listens at this address. Check host and port",
  ],
  ["ENOTFOUND", "this host name is not known. Check the address"],
  ["EAI_AGAIN", "the host name couldn't be resolved. Check the network and its DNS"],
  [
    "ECONNRESET",
    "the connection was closed before an answer. Check that the port speaks the protocol of the address",
  ],
  ["EHOSTUNREACH", "no route leads to this host. Check the network"],
  ["ENETUNREACH", "no route leads to this network. Check the network"],
  ["ETIMEDOUT", "the connection timed out. Check host, port and firewalls"],
  ["UND_ERR_CONNECT_TIMEOUT", "the connection timed out. Check host, port and firewalls"],
  [
    "UND_ERR_SOCKET",
    "the connection was closed before an answer. Check that the port speaks the protocol of the address",
  ],
]);

const untrusted = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Explains why a certificate is rejected. */
function explainCertificate(code: string): string | undefined {
  if (untrusted.has(code)) {
    return `its certificate is not trusted (${code}). Set NODE_EXTRA_CA_CERTS to the file of your certificate authority`;
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return `its certificate is for another host name (${code}). Use the name in the certificate`;
  }
  if (/^CERT_/.test(code))
    return `its certificate is not valid (${code}). Renew it, or check the clock`;
  return /^(?:EPROTO|ERR_SSL_|HPE_)/.test(code)
    ? `it doesn't speak the protocol of the address (${code}). Check http:// or https://, and the port`
    : undefined;
}

/** Describes what answered instead of Keycloak. */
function explainResponse({ status, headers }: Response): string {
  const isPage = headers.get("content-type")?.includes("text/html") ?? false;
  if (status === 404) {
    return `it answered 404${isPage ? " with a web page" : ""}: Keycloak is not below this address. Check the relative path; older servers have /auth`;
  }
  return isPage
    ? `it answered ${status} with a web page, as from a proxy or a sign-in page in front of it. Use the address of Keycloak itself`
    : `it answered ${status}, but not like Keycloak. Check the address and its relative path`;
}

const longestChain = 8;

/** An error and what caused it, from the outside in. */
function causesOf(thrown: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let cause = thrown; cause !== undefined && causes.length < longestChain; ) {
    causes.push(cause);
    if (cause instanceof AggregateError) causes.push(...cause.errors);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}

function codeOf(cause: unknown): string | undefined {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : undefined;
  return typeof code === "string" ? code : undefined;
}

/**
 * Says what kept a request from an answer of Keycloak, and what to do: the connection, the certificate, or what
 * answered in its place. Undefined where nothing of that is known.
 *
 * @see [Errors of Node](https://nodejs.org/api/errors.html#common-system-errors)
 */
export function explainConnection(thrown: unknown): string | undefined {
  const causes = causesOf(thrown);
  const response = causes.find((cause) => cause instanceof Response);
  if (response !== undefined) return explainResponse(response);
  if (causes.some((cause) => cause instanceof DOMException && cause.name === "TimeoutError")) {
    return "it didn't answer in time. Check that it is running";
  }
  for (const code of causes.flatMap((cause) => codeOf(cause) ?? [])) {
    const reason = reasons.get(code) ?? explainCertificate(code);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
