import type { ClientSettings } from "../../access/model/snapshot.ts";

/** The switches that a request names so that they stay as they are. */
interface KeptSwitches {
  readonly publicClient: boolean;
  readonly serviceAccountsEnabled: boolean;
  readonly authorizationServicesEnabled?: true;
  readonly frontchannelLogout?: boolean;
}

/**
 * The switches that a change of a client's other settings has to name: Keycloak 26.0 turns service accounts off where
 * a request leaves them out, which deletes the account, and older releases set front-channel logout to whether the
 * client is public.
 *
 * @see [ClientAdapter using wrong value for isFrontChannelLogout](https://github.com/keycloak/keycloak/issues/48432)
 */
export function keptSwitches({
  publicClient,
  serviceAccountsEnabled,
  authorizationServicesEnabled,
  frontchannelLogout,
}: ClientSettings): KeptSwitches {
  return {
    publicClient,
    serviceAccountsEnabled,
    ...(authorizationServicesEnabled && { authorizationServicesEnabled: true }),
    ...((frontchannelLogout || publicClient) && { frontchannelLogout }),
  };
}
