import type { ContainerKey } from "../../catalog/presets/presets.ts";

/** The client ID that a container stands for; undefined for admin roles and for realm roles. */
export function clientIdOfContainer(container: ContainerKey): string | undefined {
  return container.startsWith("client/")
    ? decodeURIComponent(container.slice("client/".length))
    : undefined;
}
