import { useState } from "react";
import type { ClientSettings } from "../../access/model/snapshot.ts";
import { managedByAttribute } from "../../access/ownership/managed-by.ts";
import { writeAttributes } from "../../keycloak/change/write-attributes.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { Form, FormGroup, FormHelperText } from "../parts/patternfly/form.ts";
import { FormSelect, FormSelectOption } from "../parts/patternfly/form-select.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** Tools that keep a client as code, and that this product exports to, by their own names. */
const managingTools = [
  "Terraform",
  "OpenTofu",
  "Ansible",
  "keycloak-config-cli",
  "Keycloak operator",
];

interface ManagedByProps {
  readonly client: ClientSettings;
  readonly handle: ClientStateHandle;
}

/** Which tool manages the client; the tab then says that a change here is drift. */
export function ManagedBy({ client, handle }: ManagedByProps) {
  const t = useTranslate();
  const { clientId, clientUuid, managedBy, isManageable } = client;
  const [isWriting, setIsWriting] = useState(false);
  const [thrown, setThrown] = useState<unknown>();
  const write = async (tool: string) => {
    setIsWriting(true);
    setThrown(undefined);
    try {
      await writeAttributes(handle.subject.api, clientUuid, { [managedByAttribute]: tool });
      handle.load();
    } catch (failure) {
      setThrown(failure);
    } finally {
      setIsWriting(false);
    }
  };
  // Somebody may have named another tool.
  const tools = new Set<string>([
    ...managingTools,
    ...(managedBy === undefined ? [] : [managedBy]),
  ]);
  const problem =
    thrown === undefined
      ? undefined
      : describeProblem(t, thrown, t("attempts.change", { clientId }));
  return (
    <Form onSubmit={(event) => event.preventDefault()} className={pf("u-mt-md")}>
      <FormGroup label={t("managed.label")} fieldId="export-managed-by">
        <FormSelect
          id="export-managed-by"
          value={managedBy ?? ""}
          isDisabled={!isManageable || isWriting}
          onChange={(_, tool) => void write(tool)}
          data-testid="managedBy"
        >
          <FormSelectOption value="" label={t("managed.none")} />
          {[...tools].map((tool) => (
            <FormSelectOption key={tool} value={tool} label={tool} />
          ))}
        </FormSelect>
        <FormHelperText>
          {t(isManageable ? "managed.about" : "managed.needs", { clientId })}
        </FormHelperText>
      </FormGroup>
      {problem === undefined ? null : (
        <Alert component="p" variant="danger" isInline title={problem.title}>
          {problem.reason}
        </Alert>
      )}
    </Form>
  );
}
