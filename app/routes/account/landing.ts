import { ownPathOr, paths, returnAddressOf } from '#app/http/paths.ts'

/** Where somebody who has just signed in goes on: back to what was asked for, otherwise to the place of the role. */
export function landingOf(request: Request, role: 'participant' | 'organizer'): string {
  return ownPathOr(returnAddressOf(request), role === 'organizer' ? paths.organizer : paths.home)
}
