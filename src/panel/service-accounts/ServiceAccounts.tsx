import { PageSection } from "@patternfly/react-core/dist/esm/components/Page/PageSection";

/** The tab's content: what the service accounts of the realm may do. */
export function ServiceAccounts() {
  return <PageSection variant="light" data-testid="service-accounts" />;
}
