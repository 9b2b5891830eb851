import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ExpectedError } from "../../../tools/command/expected-error.ts";
import { freePort } from "../../../tools/keycloak/free-port.ts";
import { startServerProcess } from "../../../tools/keycloak/server/server-process.ts";

/** A reverse proxy in front of several Keycloaks. */
export interface Nginx {
  readonly baseUrl: string;
  readonly stop: () => Promise<void>;
}

const program = "/usr/sbin/nginx";

/**
 * Starts an nginx in a folder of the run. A browser stays with one node as long as that one answers,
 * as Keycloak's documentation advises; then it is led to the next.
 *
 * @param ports the nodes' ports on this machine
 * @throws ExpectedError where Debian's package is not installed
 * @see [Configuring a reverse proxy](https://www.keycloak.org/server/reverseproxy)
 */
export async function startNginx(folder: string, ports: readonly number[]): Promise<Nginx> {
  await access(program).catch(() => {
    throw new ExpectedError("There is no nginx: install Debian's package nginx-light.");
  });
  const home = join(folder, "nginx");
  await mkdir(home, { recursive: true });
  const port = await freePort();
  const nodes = ports.map((it) => `server 127.0.0.1:${it} max_fails=1 fail_timeout=1s;`).join(" ");
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${home}/${name};`)
    .join(" ");
  const configuration = `
daemon off; pid ${home}/pid; error_log ${home}/error.log;
events {}
http {
  access_log off; ${places}
  upstream keycloak { ip_hash; ${nodes} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://keycloak;
      proxy_next_upstream error timeout;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-Host $http_host;
      proxy_buffer_size 32k; proxy_buffers 8 32k;
    }
  }
}
`;
  await writeFile(join(home, "nginx.conf"), configuration);
  const { stop } = startServerProcess({
    program,
    arguments: ["-p", home, "-c", join(home, "nginx.conf"), "-e", join(home, "error.log")],
    directory: home,
    environment: process.env,
  });
  return { baseUrl: `http://localhost:${port}`, stop };
}
