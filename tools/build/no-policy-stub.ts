/**
 * Stands in for `src/access/policy/built-in.ts` and `src/panel/policy/policy-notice.tsx` where no policy is
 * built in: everything is allowed, and nothing is said. The bundler leaves out calls of functions that do nothing.
 */
export function denialOf(_preset: unknown, _access: unknown): undefined {}
export function deniedState(_role: unknown, _access: unknown): undefined {}
export function deniedStatus(
  _preset: unknown,
  _access: unknown,
  _isApplicable: unknown,
): undefined {}
export function policySubjectOf(
  _client: unknown,
  _adminClient: unknown,
  _realm: unknown,
): undefined {}
export function policyNotice(_snapshot: unknown): undefined {}
