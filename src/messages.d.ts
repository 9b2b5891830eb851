/** Texts in Keycloak's own file format; the build turns a file into its keys and texts. */
declare module "*.properties" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

/** The texts of such a file that stand on the console's page before the panel is loaded. */
declare module "*.properties?page" {
  type Keys = keyof import("./texts/message-gaps.d.ts").MessageGaps;
  const texts: Readonly<Record<Extract<Keys, `page.${string}`>, string>>;
  export default texts;
}

/** All texts that a panel may show. */
declare module "*.properties?panel" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

/** The texts that the opened tab needs at once. */
declare module "*.properties?opening" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

/** The texts of what is loaded when it is looked at. */
declare module "*.properties?asked" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

/** The texts of the tab with a realm's service accounts. */
declare module "*.properties?accounts" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

/** The texts of the dialog that creates a client. */
declare module "*.properties?newClient" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

/** The texts of the dialogs that change presets of a realm. */
declare module "*.properties?custom" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
