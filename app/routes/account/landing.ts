import { isStaff } from '#app/core/people/capabilities.ts'
import type { Role } from '#app/core/people/capabilities.ts'
import { consoleHomeOf, ownPathOr, paths, returnAddressOf } from '#app/http/paths.ts'

/** Where somebody who has just signed in goes on: back to what was asked for, otherwise to the place of the role. */
export function landingOf(request: Request, role: Role): string {
  return ownPathOr(returnAddressOf(request), isStaff(role) ? consoleHomeOf(role) : paths.home)
}
