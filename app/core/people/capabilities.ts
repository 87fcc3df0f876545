/** Roles of an account, from least to most trusted among the staff; a participant is no staff. */
export const ROLES = [
  'participant',
  'auditor',
  'question_author',
  'reviewer',
  'organizer',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]
export type StaffRole = Exclude<Role, 'participant'>

/** Something the console lets people do; guards and menus ask for these, never for roles. */
export type Capability =
  /** See the console at all: rounds, counts, requests. */
  | 'console.read'
  | 'questions.read'
  | 'questions.write'
  | 'questions.approve'
  | 'contest.read'
  | 'contest.manage'
  | 'people.read'
  | 'people.manage'
  | 'results.read'
  | 'results.manage'
  | 'audit.read'
  /** Invite staff and change roles. */
  | 'staff.manage'

const READS_EVERYTHING = [
  'console.read',
  'questions.read',
  'contest.read',
  'people.read',
  'results.read',
  'audit.read',
] as const satisfies readonly Capability[]

const RUNS_THE_CONTEST = [
  ...READS_EVERYTHING,
  'questions.write',
  'questions.approve',
  'contest.manage',
  'people.manage',
  'results.manage',
] as const satisfies readonly Capability[]

/**
 * What each role may do. An auditor reads everything and changes nothing; authors and reviewers see the bank only,
 * so that personal data stays with those who need it (invariant 11).
 */
const CAPABILITIES_OF: Readonly<Record<Role, readonly Capability[]>> = {
  participant: [],
  auditor: READS_EVERYTHING,
  question_author: ['questions.read', 'questions.write'],
  reviewer: ['questions.read', 'questions.approve'],
  organizer: RUNS_THE_CONTEST,
  administrator: [...RUNS_THE_CONTEST, 'staff.manage'],
}

export function can(role: Role, capability: Capability): boolean {
  return CAPABILITIES_OF[role].includes(capability)
}

/** The same for a list: what a menu shows. */
export function capabilitiesOf(role: Role): readonly Capability[] {
  return CAPABILITIES_OF[role]
}

/** Whether the account belongs to those who run the contest; they take no papers. */
export function isStaff(role: Role): role is StaffRole {
  return role !== 'participant'
}
