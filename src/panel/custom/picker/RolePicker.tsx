import { type ReactNode, useCallback, useId, useState } from "react";
import {
  type FoundClient,
  searchClients,
  searchRoles,
} from "../../../keycloak/custom/search-roles.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { Button } from "../../parts/patternfly/button.ts";
import { AngleDownIcon, AngleRightIcon } from "../../parts/patternfly/icons.ts";
import { Title } from "../../parts/patternfly/text.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { SearchField } from "../../parts/SearchField.tsx";
import { AllClients } from "./AllClients.tsx";
import { FoundClientRoles } from "./FoundClientRoles.tsx";
import { FoundRoles, PagedItems } from "./FoundRoles.tsx";
import type { PickerProps } from "./picker-props.ts";
import { usePages } from "./use-pages.ts";

const groups = ["admin", "realm", "clients"] as const;
type Group = (typeof groups)[number];

/**
 * Finds roles of the realm and of its clients. Nothing is read before something is typed or opened, and then page by
 * page: a realm can have tens of thousands of roles.
 */
export function RolePicker(props: PickerProps) {
  const t = useTranslate();
  const { adminClientId } = props.place;
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState<readonly Group[]>([]);
  const text = typed.trim();
  const parts = { admin: AdminRoles, realm: RealmRoles, clients: Clients };
  return (
    <div data-testid="rolePicker">
      <SearchField
        label={t("custom.search")}
        text={typed}
        onText={setTyped}
        data-testid="roleSearch"
      />
      <p className={pf("u-font-size-sm u-color-200 u-mt-xs u-mb-sm")}>{t("custom.search.about")}</p>
      {groups.map((group) => {
        const Part = parts[group];
        return (
          <Section
            key={group}
            title={t(`custom.group.${group}`, { client: adminClientId })}
            // What is searched for is shown everywhere.
            isOpen={text !== "" || opened.includes(group)}
            isFixed={text !== ""}
            onToggle={() =>
              setOpened(
                opened.includes(group)
                  ? opened.filter((other) => other !== group)
                  : [...opened, group],
              )
            }
            testId={`group-${group}`}
          >
            {() => <Part {...props} text={text} />}
          </Section>
        );
      })}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Whether it can't be closed. */
  readonly isFixed: boolean;
  readonly onToggle: () => void;
  readonly testId: string;
  readonly children: () => ReactNode;
}

function Section({ title, isOpen, isFixed, onToggle, testId, children }: SectionProps) {
  const id = useId();
  return (
    <section className={pf("u-mb-sm")} aria-label={title} data-testid={testId}>
      <Title headingLevel="h3" size="md">
        {isFixed ? (
          title
        ) : (
          <Button
            variant="link"
            isInline
            icon={isOpen ? <AngleDownIcon /> : <AngleRightIcon />}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={onToggle}
            data-testid={`open-${testId}`}
          >
            {title}
          </Button>
        )}
      </Title>
      <div id={id} hidden={!isOpen}>
        {isOpen ? children() : null}
      </div>
    </section>
  );
}

interface PartProps extends PickerProps {
  readonly text: string;
}

/** Those of the client with the realm's admin roles, which this product knows. */
function AdminRoles({ text, ...picker }: PartProps) {
  const { api, place } = picker;
  const { adminClientId } = place;
  const read = useCallback(
    async (part: { readonly first: number; readonly max: number }) => {
      const found = await searchClients(api, { text: adminClientId, first: 0, max: 100 });
      const admin = found?.find(({ clientId }) => clientId === adminClientId);
      return admin && searchRoles(api, admin.place, { text, ...part });
    },
    [api, adminClientId, text],
  );
  return <FoundRoles pages={usePages(read, text !== "")} {...picker} />;
}

function RealmRoles({ text, ...picker }: PartProps) {
  const { api } = picker;
  const read = useCallback(
    (part: { readonly first: number; readonly max: number }) =>
      searchRoles(api, { client: undefined, clientUuid: undefined }, { text, ...part }),
    [api, text],
  );
  return <FoundRoles pages={usePages(read, text !== "")} {...picker} />;
}

/** Clients by their ID; what follows it is looked for among their roles. */
function Clients({ text, ...picker }: PartProps) {
  const { api, place } = picker;
  const [clientText = "", ...rest] = text.split(/[\s/]+/);
  const roleText = rest.join(" ");
  const read = useCallback(
    (part: { readonly first: number; readonly max: number }) =>
      searchClients(api, { text: clientText, ...part }),
    [api, clientText],
  );
  const pages = usePages(read, text !== "");
  const isOther = ({ clientId }: FoundClient) => clientId !== place.adminClientId;
  return (
    <>
      <PagedItems pages={{ ...pages, items: pages.items?.filter(isOther) }}>
        {(client) => (
          <FoundClientRoles
            key={client.clientId}
            {...{ client, roleText }}
            isMeant={roleText !== "" && client.clientId === clientText}
            {...picker}
          />
        )}
      </PagedItems>
      {text === "" ? null : <AllClients key={text} text={text} {...picker} />}
    </>
  );
}
