import { customRoleKey } from "../../access/custom/custom-preset.ts";
import { customPresetLimits } from "../../access/custom/limits.ts";
import { dangerousFirst } from "../../access/custom/weigh-role.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { ChosenRole } from "./ChosenRole.tsx";
import { FieldProblems } from "./FieldProblems.tsx";
import { PresetPower } from "./PresetPower.tsx";
import type { PresetForm } from "./use-preset-form.ts";
import { placeOfPresets, type RoleFacts } from "./use-role-facts.ts";

interface ChosenRolesProps {
  readonly api: AdminApi;
  readonly form: PresetForm;
  readonly facts: RoleFacts;
  readonly isReadOnly: boolean;
}

/** The roles of the preset, the most dangerous first, and what they allow together. */
export function ChosenRoles({ api, form, facts, isReadOnly }: ChosenRolesProps) {
  const t = useTranslate();
  const { roles } = form.draft;
  const { adminClientId, isInMaster } = placeOfPresets(api);
  const known = roles.map(facts.factOf);
  const byKey = new Map(known.map((fact) => [customRoleKey(fact.role), fact]));
  return (
    <section aria-labelledby="custom-roles" className={pf("u-mt-md")}>
      <Title headingLevel="h2" size="md" id="custom-roles" className={pf("u-mb-sm")}>
        {t("custom.roles", { chosen: roles.length, limit: customPresetLimits.roles })}
      </Title>
      <FieldProblems id="custom-roles-problems" problems={form.problems} field="roles" />
      {roles.length === 0 ? null : (
        <>
          <PresetPower facts={known} isMaster={isInMaster} />
          <ul style={{ margin: 0, padding: 0 }} data-testid="chosenRoles">
            {dangerousFirst(known).map(({ role }) => {
              const fact = byKey.get(customRoleKey(role));
              return fact === undefined ? null : (
                <ChosenRole
                  key={customRoleKey(role)}
                  {...{ fact, adminClientId }}
                  onRemove={isReadOnly ? undefined : () => form.remove(role)}
                />
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
