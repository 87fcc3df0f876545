import { describe, expect, test } from 'vitest'
import { ROLES, can, capabilitiesOf, isStaff } from './capabilities.ts'

describe('what a role may do', () => {
  test('an auditor reads everything and changes nothing', () => {
    const capabilities = capabilitiesOf('auditor')
    expect(capabilities.every((capability) => capability.endsWith('.read'))).toBe(true)
    const readable = capabilitiesOf('administrator').filter((capability) => capability.endsWith('.read'))
    expect([...capabilities].sort()).toEqual([...readable].sort())
  })

  test('authors write and reviewers approve, neither does both, and neither sees people', () => {
    expect([can('question_author', 'questions.write'), can('question_author', 'questions.approve')]).toEqual([
      true,
      false,
    ])
    expect([can('reviewer', 'questions.write'), can('reviewer', 'questions.approve')]).toEqual([false, true])
    expect([can('question_author', 'people.read'), can('reviewer', 'people.read')]).toEqual([false, false])
  })

  test('only an administrator invites staff', () => {
    expect(ROLES.filter((role) => can(role, 'staff.manage'))).toEqual(['administrator'])
  })

  test('a participant is no staff and may do nothing in the console', () => {
    expect(ROLES.filter((role) => !isStaff(role))).toEqual(['participant'])
    expect(capabilitiesOf('participant')).toEqual([])
  })
})
