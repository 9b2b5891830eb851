import type { ReactNode } from "react";
import type { Extra } from "../../access/model/role-content.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { longestClientId } from "../../keycloak/new-client/create-client.ts";
import { RealmPicker } from "../client/RealmPicker.tsx";
import { describeProblem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { ChosenPresets } from "../parts/ChosenPresets.tsx";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { Alert, AlertActionLink } from "../parts/patternfly/alert.ts";
import {
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from "../parts/patternfly/form.ts";
import { PlanSurprises } from "../plan/PlanSurprises.tsx";
import { CredentialFields } from "./CredentialFields.tsx";
import type { Wish } from "./new-client.ts";
import type { ClientIdVerdict } from "./use-client-id-check.ts";
import type { Stage } from "./use-new-client.ts";
import type { BasisHandle } from "./use-new-client-basis.ts";

interface NewClientFormProps {
  readonly api: AdminApi;
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly verdict: ClientIdVerdict;
  readonly administeredRealm: string;
  readonly basis: BasisHandle;
  /** What comes with the chosen presets' roles on this server. */
  readonly extras: readonly Extra[];
  readonly onAdminister: (realm: string) => void;
  /** What was wanted before and not made, and why. */
  readonly failed: Extract<Stage, { kind: "form" }>["failed"];
  /** Which presets the client can't be given by the built-in policy, and why. */
  readonly notOffered: ReactNode;
  readonly isRunning: boolean;
  /** The form's id, for the button that stands outside of it. */
  readonly id: string;
  readonly onSubmit: () => void;
}

const wrong: readonly ClientIdVerdict[] = ["spaces", "tooLong", "taken"];

/** What the new client is called, what it is for, what it may do and how it proves who it is. */
export function NewClientForm(props: NewClientFormProps) {
  const { api, wish, onWish, verdict, administeredRealm, onAdminister, extras } = props;
  const { failed, notOffered, isRunning, id, onSubmit } = props;
  const t = useTranslate();
  const { isMaster } = usePanelContext();
  const { presets, withheld, lacking, unread, retry } = props.basis;
  const { clientId, description } = wish;
  const isWrong = wrong.includes(verdict);
  return (
    <Form
      id={id}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {failed === undefined ? null : (
        <ProblemAlert
          problem={describeProblem(
            t,
            failed.thrown,
            t("attempts.createClient", { clientId: failed.wish.clientId }),
          )}
          actions={null}
        >
          <p>{t("newClient.nothingMade")}</p>
        </ProblemAlert>
      )}
      {unread === undefined ? null : (
        <ProblemAlert
          problem={describeProblem(
            t,
            unread,
            t("attempts.listRoles", { realm: administeredRealm }),
          )}
          actions={
            <AlertActionLink onClick={retry} data-testid="retry">
              {t("problem.retry")}
            </AlertActionLink>
          }
        />
      )}
      {lacking.length === 0 ? null : (
        <Alert
          component="p"
          variant="warning"
          isInline
          title={t("newClient.lacking", { roles: joinNames(lacking) })}
          data-testid="newClientLacking"
        />
      )}
      <fieldset disabled={isRunning} style={{ display: "contents" }}>
        <FormGroup label={t("newClient.clientId")} fieldId="new-client-id" isRequired>
          <TextInput
            id="new-client-id"
            value={clientId}
            isRequired
            autoFocus
            autoComplete="off"
            spellCheck={false}
            validated={isWrong ? "error" : verdict === "free" ? "success" : "default"}
            aria-describedby="new-client-id-hint"
            onChange={(_, text) => onWish({ ...wish, clientId: text })}
            data-testid="newClientId"
          />
          <FormHelperText>
            <HelperText id="new-client-id-hint" isLiveRegion>
              <HelperTextItem
                variant={isWrong ? "error" : verdict === "free" ? "success" : "default"}
                data-testid="newClientIdVerdict"
              >
                {t(`newClient.verdict.${verdict}`, { most: longestClientId })}
              </HelperTextItem>
            </HelperText>
          </FormHelperText>
        </FormGroup>
        <FormGroup label={t("newClient.description")} fieldId="new-client-description">
          <TextInput
            id="new-client-description"
            value={description}
            onChange={(_, text) => onWish({ ...wish, description: text })}
            data-testid="newClientDescription"
          />
        </FormGroup>
        {isMaster ? (
          <RealmPicker handle={{ subject: { api }, administeredRealm, administer: onAdminister }} />
        ) : null}
        <ChosenPresets
          presets={presets}
          chosen={wish.presets}
          onChoose={(chosen) => onWish({ ...wish, presets: chosen })}
        />
        {withheld === 0 || lacking.length > 0 ? null : (
          <FormHelperText data-testid="withheldPresets">
            {t("newClient.withheld", { count: withheld })}
          </FormHelperText>
        )}
        {notOffered}
        <PlanSurprises
          plan={{ change: { add: [], remove: [] }, extras, returning: [] }}
          clientId={clientId}
        />
        <CredentialFields wish={wish} onWish={onWish} />
      </fieldset>
    </Form>
  );
}
