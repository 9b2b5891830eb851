/** Texts in Keycloak's own file format; the build turns a file into its keys and texts. */
declare module "*.properties" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
