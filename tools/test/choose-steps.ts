/**
 * Reads the arguments of `npm test -- …`.
 *
 * @throws on an argument that it doesn't know: a partial run must be meant.
 */
export function chooseSteps<Step>(
  programArguments: readonly string[],
  steps: { readonly unit: readonly Step[]; readonly endToEnd: readonly Step[] },
): readonly Step[] {
  const unknown = programArguments.filter((it) => it !== "--unit" && it !== "--e2e");
  if (unknown.length > 0) {
    throw new Error(`npm test takes --unit or --e2e, not ${unknown.join(" ")}.`);
  }
  const takesAll = programArguments.length === 0;
  return [
    ...(takesAll || programArguments.includes("--unit") ? steps.unit : []),
    ...(takesAll || programArguments.includes("--e2e") ? steps.endToEnd : []),
  ];
}
