/** The prefix of PatternFly's own classes, which names its major version. */
const prefix = "pf-v5-";

/**
 * Class names of PatternFly, such as `u-mb-md` for a utility and `c-list` for a component, as the console's
 * stylesheet has them. Modifiers such as `pf-m-plain` have no version and stay as they are.
 *
 * @see [PatternFly, versioned class names](https://www.patternfly.org/get-started/release-highlights/)
 */
export function pf(names: string): string {
  return names.replace(/(^| )(?=[clu]-)/g, `$1${prefix}`);
}

/** The value of a global variable of PatternFly, such as `primary-color--100`; dark themes set their own. */
export function pfToken(name: string): string {
  return `var(--${prefix}global--${name})`;
}
