import { useCallback } from "react";
import { containerOfRole, isOfAnotherRealm } from "../../../access/custom/role-container.ts";
import { escapeInvisible } from "../../../formats/escape-invisible.ts";
import { type FoundClient, searchRoles } from "../../../keycloak/custom/search-roles.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { Fold } from "../../parts/Fold.tsx";
import { pf } from "../../parts/patternfly-classes.ts";
import { FoundRoles } from "./FoundRoles.tsx";
import type { PickerProps } from "./picker-props.ts";
import { usePages } from "./use-pages.ts";

interface FoundClientRolesProps extends PickerProps {
  readonly client: FoundClient;
  /** What is looked for among its roles; empty for all. */
  readonly roleText: string;
  /** Whether just this client was typed, with a part of a role. */
  readonly isMeant: boolean;
}

/** A client whose roles are read once it is opened, which it is at first where just it is meant. */
export function FoundClientRoles(props: FoundClientRolesProps) {
  const { client, roleText, isMeant, ...picker } = props;
  const t = useTranslate();
  const { clientId, place } = client;
  const name = escapeInvisible(clientId);
  const container = containerOfRole({ client: place.client, role: "" }, picker.place);
  if (isOfAnotherRealm(container, picker.place)) {
    return (
      <p className={pf("u-color-200 u-font-size-sm")}>{t("custom.otherRealm", { client: name })}</p>
    );
  }
  return (
    <div style={{ overflowWrap: "anywhere" }} data-testid={`client-${clientId}`}>
      <Fold key={String(isMeant)} text={name} isOpenAtFirst={isMeant}>
        {() => <Roles {...{ client, roleText }} {...picker} />}
      </Fold>
    </div>
  );
}

function Roles({ client, roleText, ...picker }: Omit<FoundClientRolesProps, "isMeant">) {
  const { api } = picker;
  const { client: document, clientUuid } = client.place;
  const read = useCallback(
    (part: { readonly first: number; readonly max: number }) =>
      searchRoles(api, { client: document, clientUuid }, { text: roleText, ...part }),
    [api, document, clientUuid, roleText],
  );
  return <FoundRoles pages={usePages(read)} {...picker} />;
}
