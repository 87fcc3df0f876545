import type { Role } from '../core/people/capabilities.ts'

/** The signed-in person. No secrets, and no personal data beyond what the page header shows. */
export type SessionUser = {
  id: string
  role: Role
  loginName: string
  fullName: string
  unitId: string | null
  /** False until the owner of a one-time link chose a password. */
  hasPassword: boolean
  /** Whether the person agreed to the processing of personal data; accounts made from a roster have yet to be asked. */
  hasConsented: boolean
}

export type LiveSession = {
  user: SessionUser
  /** When the session ends if nothing more comes from its owner. */
  expiresAt: Date
}
