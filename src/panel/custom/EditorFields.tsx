import { customPresetLimits } from "../../access/custom/limits.ts";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import type { Store } from "../../access/custom/store-of.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Fold } from "../parts/Fold.tsx";
import { Alert } from "../parts/patternfly/alert.ts";
import { Form, FormGroup, FormHelperText, TextArea, TextInput } from "../parts/patternfly/form.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { ChosenRoles } from "./ChosenRoles.tsx";
import { FieldProblems, isMissing, problemsAt } from "./FieldProblems.tsx";
import { HolderChange } from "./HolderChange.tsx";
import { RolePicker } from "./picker/RolePicker.tsx";
import { RolesForCalls } from "./picker/RolesForCalls.tsx";
import type { PresetForm } from "./use-preset-form.ts";
import { placeOfPresets, type RoleFacts } from "./use-role-facts.ts";

interface EditorFieldsProps {
  readonly api: AdminApi;
  readonly store: Store;
  readonly form: PresetForm;
  readonly facts: RoleFacts;
  readonly isEdit: boolean;
  /** Whether calls are asked for, that roles are then found for. */
  readonly asksForCalls: boolean;
  readonly isReadOnly: boolean;
  readonly isSaving: boolean;
  /** The form's id, for the button that stands outside of it. */
  readonly formId: string;
  readonly onSubmit: () => void;
}

/** Name, purpose and roles of a preset, and what saving them does. */
export function EditorFields(props: EditorFieldsProps) {
  const { api, store, form, facts, isEdit, asksForCalls, isReadOnly, isSaving, formId, onSubmit } =
    props;
  const t = useTranslate();
  const { draft, setDraft, problems, id } = form;
  const look = (field: "name" | "purpose") =>
    problemsAt(problems, field).some((problem) => !isMissing(problem)) ? "error" : "default";
  return (
    <>
      {store.kind === "none" && !isReadOnly ? (
        <Alert
          component="p"
          variant="info"
          isInline
          title={t("custom.store.title", { client: storeClientId })}
          className={pf("u-mb-md")}
          data-testid="storeNote"
        >
          {t("custom.store.about")}
        </Alert>
      ) : null}
      <Form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <fieldset disabled={isReadOnly || isSaving} style={{ display: "contents" }}>
          <FormGroup label={t("custom.name")} fieldId="custom-name" isRequired>
            <TextInput
              id="custom-name"
              value={draft.name}
              isRequired
              autoFocus={!isEdit && !asksForCalls}
              autoComplete="off"
              spellCheck={false}
              validated={look("name")}
              aria-describedby="custom-name-problems custom-name-id"
              onChange={(_, name) => setDraft({ ...draft, name })}
              data-testid="customName"
            />
            <FieldProblems id="custom-name-problems" problems={problems} field="name" />
            {draft.name.trim() === "" ? null : (
              <FormHelperText id="custom-name-id">{t("custom.name.id", { id })}</FormHelperText>
            )}
          </FormGroup>
          <FormGroup label={t("custom.purpose")} fieldId="custom-purpose">
            <TextArea
              id="custom-purpose"
              value={draft.purpose}
              rows={2}
              resizeOrientation="vertical"
              validated={look("purpose")}
              aria-describedby="custom-purpose-problems"
              // One line, as it is shown everywhere.
              onChange={(_, text) => setDraft({ ...draft, purpose: text.replace(/[\r\n]+/g, " ") })}
              data-testid="customPurpose"
            />
            <FieldProblems id="custom-purpose-problems" problems={problems} field="purpose" />
          </FormGroup>
        </fieldset>
      </Form>
      <section aria-labelledby="custom-roles" className={pf("u-mt-md")}>
        <Title headingLevel="h2" size="md" id="custom-roles" className={pf("u-mb-sm")}>
          {t("custom.roles", { chosen: draft.roles.length, limit: customPresetLimits.roles })}
        </Title>
        <FieldProblems id="custom-roles-problems" problems={problems} field="roles" />
        <ChosenRoles
          {...{ api }}
          roles={draft.roles}
          factOf={facts.factOf}
          onRemove={isReadOnly || isSaving ? undefined : form.remove}
        />
      </section>
      {isEdit ? <HolderChange change={form.change} /> : null}
      {isReadOnly ? null : (
        <section aria-labelledby="custom-add" className={pf("u-mt-md")}>
          <Title headingLevel="h2" size="md" id="custom-add" className={pf("u-mb-sm")}>
            {t("custom.add")}
          </Title>
          {form.isFull ? <p data-testid="customFull">{t("custom.add.full")}</p> : null}
          <fieldset disabled={isSaving} style={{ display: "contents" }}>
            <Fold text={t("custom.calls")} isOpenAtFirst={asksForCalls}>
              {() => (
                <RolesForCalls
                  place={placeOfPresets(api)}
                  form={form}
                  onAdd={(roles) => {
                    facts.lookUp(roles);
                    form.add(roles);
                  }}
                />
              )}
            </Fold>
            <RolePicker
              api={api}
              place={placeOfPresets(api)}
              form={form}
              onPick={(found, isChosen) => {
                if (!isChosen) {
                  form.remove(found.role);
                  return;
                }
                facts.remember(found);
                form.add([found.role]);
              }}
            />
          </fieldset>
        </section>
      )}
    </>
  );
}
