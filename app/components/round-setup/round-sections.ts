import { isCellField } from '../../core/rounds/blueprint-form.ts'
import type { RoundSetupText } from '#app/i18n/messages/round-setup.ts'

/** The parts of the form, in the order in which a round is thought through; ids are parts of addresses. */
export const ROUND_SECTIONS = [
  { id: 'ten', title: 'nameSection', fields: ['title', 'slug', 'kind'] },
  {
    id: 'thoi-gian',
    title: 'timeSection',
    fields: ['opensAt', 'closesAt', 'minutes', 'attemptsAllowed', 'attemptsUnlimited', 'endRule'],
  },
  {
    id: 'de-thi',
    title: 'paperSection',
    fields: [
      'bankId',
      'acceptsFlaggedQuestions',
      'blueprint',
      'pointsPerQuestion',
      'shuffleQuestions',
      'shuffleOptions',
    ],
  },
  { id: 'du-doan', title: 'predictionSection', fields: ['predictionKind', 'predictionPrompt'] },
  { id: 'xep-hang', title: 'rankingSection', fields: ['rankingPolicy'] },
  {
    id: 'bang-xep-hang',
    title: 'boardSection',
    fields: ['countersDelayHours', 'freezeBeforeHours', 'freezeUntil'],
  },
  { id: 'cong-bo', title: 'releaseSection', fields: ['releaseAfterSubmission', 'releaseAfterClose'] },
] as const satisfies readonly { id: string; title: RoundSetupText; fields: readonly string[] }[]

export type RoundSection = (typeof ROUND_SECTIONS)[number]

/** The part of the form in which a field stands; cells of the blueprint are fields of the paper. */
export function isFieldOf(section: RoundSection, field: string): boolean {
  const fields: readonly string[] = section.fields

  return fields.includes(field) || (section.id === 'de-thi' && isCellField(field))
}
