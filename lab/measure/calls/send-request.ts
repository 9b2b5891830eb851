/** A request to a Keycloak server. */
export interface ServerRequest {
  readonly method: string;
  /** From the base address on. */
  readonly path: string;
  readonly token: string;
  /** Sent as JSON, unless it is text (with a media type) or a form. */
  readonly body?: unknown;
  readonly mediaType?: string;
}

/** What the server answered. */
export interface ServerAnswer {
  readonly status: number;
  readonly text: string;
  /** The last segment of the Location header, which is a new object's id. */
  readonly createdId: string;
}

/** Whether the server did what it was asked for. */
export function succeeded({ status }: ServerAnswer): boolean {
  return status >= 200 && status < 300;
}

/** Sends one request and reads the whole answer; follows no redirect. */
export async function sendRequest(baseUrl: string, request: ServerRequest): Promise<ServerAnswer> {
  const { method, path, token, body, mediaType } = request;
  // Workflows are written as YAML unless JSON is asked for.
  const accept = "application/json, */*;q=0.5";
  const headers = new Headers({ authorization: `Bearer ${token}`, accept });
  // The browser's own types bring their media type with them.
  const isForm = body instanceof FormData || body instanceof URLSearchParams;
  const isRaw = isForm || typeof body === "string";
  if (body !== undefined && !isForm) {
    headers.set("content-type", mediaType ?? "application/json");
  }
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers,
    redirect: "manual",
    ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const createdId = response.headers.get("location")?.split("/").at(-1) ?? "";
  return { status: response.status, text, createdId };
}
