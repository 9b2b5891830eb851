import { useEffect, useMemo, useState } from "react";
import { rolesToRead } from "../../../access/model/role-content.ts";
import { rolesGivenBy } from "../../../access/model/roles-given-by.ts";
import type { Snapshot } from "../../../access/model/snapshot.ts";
import { makePlan } from "../../../access/plan/make-plan.ts";
import { isWhole, type Plan } from "../../../access/plan/plan.ts";
import { denialOf } from "../../../access/policy/built-in.ts";
import { presetStates } from "../../../access/presets/preset-state.ts";
import { newClientSnapshot } from "../../../access/rights/new-client-snapshot.ts";
import type { Preset } from "../../../catalog/presets/presets.ts";
import { createAdminApi } from "../../../keycloak/api/admin-api.ts";
import { useContentCache } from "../../client/use-role-contents.ts";
import { usePanelContext } from "../../context/panel-context.ts";
import { emptyWish, isWebAddress, type Wish } from "./new-client.ts";
import { useClientIdCheck } from "./use-client-id-check.ts";
import { useNewClientBasis } from "./use-new-client-basis.ts";

const creatable: readonly string[] = ["free", "notChecked"];

/** What a person fills in, and what is known about it. */
export function useNewClientForm(suggestedId: string) {
  const { adminBaseUrl, realm, tokens } = usePanelContext();
  const api = useMemo(
    () => createAdminApi(adminBaseUrl, realm, tokens),
    [adminBaseUrl, realm, tokens],
  );
  const [wish, setWish] = useState<Wish>({ ...emptyWish, clientId: suggestedId });
  const [administeredRealm, setAdministeredRealm] = useState(realm);
  const basis = useNewClientBasis(api, administeredRealm);
  const verdict = useClientIdCheck(api, wish.clientId);
  const { tell, read } = useContentCache();
  const given = rolesGivenBy(wish.presets);
  const known = basis.known === undefined ? undefined : tell(basis.known);
  useEffect(() => {
    if (known !== undefined) read(api, known, given);
  });
  const { clientId, presets } = wish;
  const snapshot = useMemo(
    (): Snapshot | undefined =>
      known === undefined
        ? undefined
        : newClientSnapshot(known, { realm, administers: administeredRealm, clientId }),
    [known, realm, administeredRealm, clientId],
  );
  const plan = useMemo(
    (): Plan | undefined =>
      snapshot === undefined
        ? undefined
        : makePlan({ mode: "add", presets }, snapshot, presetStates(snapshot)),
    [snapshot, presets],
  );
  /** The presets that the built-in policy allows a client of this name. */
  const offered = useMemo(
    () =>
      snapshot === undefined
        ? []
        : basis.presets.filter((preset) => denialOf(preset, snapshot) === undefined),
    [snapshot, basis.presets],
  );
  const areRolesKnown =
    known === undefined ? presets.length === 0 : rolesToRead(given, known).length === 0;
  return {
    ...{ api, wish, setWish, administeredRealm, basis, verdict, snapshot, plan, offered },
    /** Chooses the realm that the client administers; what one realm has another may lack. */
    administer: (chosen: string) => {
      setAdministeredRealm(chosen);
      setWish({ ...wish, presets: [] });
    },
    choose: (chosen: readonly Preset[]) => setWish({ ...wish, presets: chosen }),
    /** Whether it can be created, as far as that is known beforehand. */
    isReady:
      areRolesKnown &&
      (plan === undefined || isWhole(plan)) &&
      !basis.lacking.includes("manage-clients") &&
      creatable.includes(verdict) &&
      (wish.credential !== "jwksUrl" || isWebAddress(wish.jwksUrl)),
  };
}

/** What {@link useNewClientForm} returns. */
export type NewClientForm = ReturnType<typeof useNewClientForm>;
