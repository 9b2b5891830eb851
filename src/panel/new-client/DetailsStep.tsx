import type { Snapshot } from "../../access/model/snapshot.ts";
import { givesCriticalPower } from "../../access/plan/needs-confirmation.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { longestClientId } from "../../keycloak/new-client/create-client.ts";
import { useTranslate } from "../context/use-translate.ts";
import {
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from "../parts/patternfly/form.ts";
import { PlanSurprises } from "../plan/PlanSurprises.tsx";
import { PlanVerdictAlert } from "../plan/PlanVerdictAlert.tsx";
import { NotOffered } from "../policy/NotOffered.tsx";
import { ChosenAccess } from "./ChosenAccess.tsx";
import { CredentialFields } from "./CredentialFields.tsx";
import type { Wish } from "./making/new-client.ts";
import type { ClientIdVerdict } from "./making/use-client-id-check.ts";

interface DetailsStepProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly verdict: ClientIdVerdict;
  /** The client as it is right after it was made. */
  readonly snapshot: Snapshot;
  /** What is then given to it. */
  readonly plan: Plan;
  readonly isRunning: boolean;
  /** The form's id, for the button that stands outside of it. */
  readonly id: string;
  readonly onSubmit: () => void;
  /** Goes back to the presets. */
  readonly onChange: () => void;
}

const wrong: readonly ClientIdVerdict[] = ["spaces", "tooLong", "taken"];

/** Step 2: what the client is called, what it is given, and how it proves who it is. */
export function DetailsStep(props: DetailsStepProps) {
  const { wish, onWish, verdict, snapshot, plan, isRunning, id, onSubmit, onChange } = props;
  const t = useTranslate();
  const { clientId, description, presets } = wish;
  const isWrong = wrong.includes(verdict);
  const look = isWrong ? "error" : verdict === "free" ? "success" : "default";
  return (
    <Form
      id={id}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset disabled={isRunning} style={{ display: "contents" }}>
        <FormGroup label={t("newClient.clientId")} fieldId="new-client-id" isRequired>
          <TextInput
            id="new-client-id"
            value={clientId}
            isRequired
            autoFocus
            autoComplete="off"
            spellCheck={false}
            validated={look}
            aria-describedby="new-client-id-hint"
            onChange={(_, text) => onWish({ ...wish, clientId: text })}
            data-testid="newClientId"
          />
          <FormHelperText>
            <HelperText id="new-client-id-hint" isLiveRegion>
              <HelperTextItem variant={look} data-testid="newClientIdVerdict">
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
        <ChosenAccess presets={presets} onChange={onChange} />
        {/* Only now the client has a name that a policy may speak of. */}
        <NotOffered presets={presets} access={[snapshot]} />
        {givesCriticalPower(plan) ? (
          <PlanVerdictAlert change={plan.change} snapshot={snapshot} />
        ) : null}
        <PlanSurprises
          plan={{ change: { add: [], remove: [] }, extras: plan.extras, returning: [] }}
          clientId={clientId}
        />
        <CredentialFields wish={wish} onWish={onWish} />
      </fieldset>
    </Form>
  );
}
