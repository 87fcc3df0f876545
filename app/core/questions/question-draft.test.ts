import { expect, test } from 'vitest'
import { EMPTY_DRAFT, draftOf, parseDraft } from './question-draft.ts'

const draft = {
  ...EMPTY_DRAFT,
  topic: 'chung',
  difficulty: '2',
  stem: 'Luật có hiệu lực từ ngày nào?',
  options: ['01/01/2024', '15/6/2022', '', ''],
  key: [0],
  explanation: 'Theo Điều 94.',
  citations: ['D94.1'],
  evidence: 'có hiệu lực\n\nthi hành',
}

test('options left empty at the end are not there, lines of evidence become phrases', () => {
  expect(parseDraft(draft, null).data).toMatchObject({
    options: ['01/01/2024', '15/6/2022'],
    evidence: ['có hiệu lực', 'thi hành'],
    difficulty: 2,
    validFrom: null,
  })
})

test('days are typed as Vietnam writes them; what is no day is refused where it stands', () => {
  const typed = { ...draft, validFrom: ' 1/10/2026', validTo: '31.12.2027' }

  expect(parseDraft(typed, null).data).toMatchObject({ validFrom: '2026-10-01', validTo: '2027-12-31' })
  expect(parseDraft({ ...typed, validTo: '31/02/2027' }, null).error?.issues).toMatchObject([
    { path: ['validTo'] },
  ])
})

test('an empty option that is ticked as right is a mistake, and so is one in between', () => {
  const mistakesOf = (change: object) =>
    parseDraft({ ...draft, ...change }, null).error?.issues.map(({ path }) => path.join('.'))

  expect(mistakesOf({ key: [3] })).toContain('options.3')
  expect(mistakesOf({ options: ['Có', '', 'Không'] })).toEqual(['options.1'])
})

test('a version shown in the form and saved unchanged says the same', () => {
  const content = parseDraft(draft, 'amended-2026').data!

  expect(parseDraft(draftOf(content), 'amended-2026').data).toEqual(content)
})

test('an empty form is told all that a draft must have; its reasons may come later', () => {
  const messages = parseDraft(EMPTY_DRAFT, null).error?.issues.map(({ message }) => message)

  expect(messages).toEqual([
    'topic_missing',
    'difficulty_missing',
    'stem_missing',
    'options_too_few',
    'key_missing',
  ])
})
