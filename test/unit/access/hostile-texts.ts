const repeated = {
  quotes: ["", "curl \"'", ""],
  substitutions: ["curl ", "$(", ""],
  slashes: ["", "/", ""],
  dots: ["/a", "/..", ""],
  "one word": ["", "a", ""],
  escapes: ["/", "%e0", ""],
  braces: ["/{", "{", ""],
  methods: ["", "GET/POST|", ""],
  options: ["curl -", "s", ""],
  spaces: ["x", " ", "x"],
} as const;

/** Texts of about this length that a careless reader would take long for, each with its name. */
export function hostileTexts(length: number): readonly (readonly [name: string, text: string])[] {
  return Object.entries(repeated).map(([name, [before, part, after]]) => [
    name,
    `${before}${part.repeat(Math.ceil(length / part.length))}${after}`,
  ]);
}
