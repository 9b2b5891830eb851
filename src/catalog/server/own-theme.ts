/** The name of this extension's theme, in all types that the JAR has. */
export const ownTheme = "service-account-presets";

/**
 * The file that says which JAR a server has. It belongs to the theme type `common`, which has no parent:
 * the server serves it without credentials whatever themes realms have chosen, also where the parent
 * of the admin theme is missing.
 */
export const jarFile = "about.json";

/** The content of {@link jarFile}. */
export interface JarFacts {
  /** The version of this extension. */
  readonly version: string;
  /** The admin theme that ours is put above. */
  readonly parent: string;
  /** The path of the entry script in the resources of the admin theme. */
  readonly script: string;
}
