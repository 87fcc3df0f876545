import { DomainError } from '../../core/domain-error.ts'
import { drawPaper } from '../../core/attempts/paper.ts'
import { getQuestionSet, listInScope } from '../questions/question-sets.server.ts'
import { getServedVersions, getVersionKeys } from '../attempts/question-cache.server.ts'
import { getRound } from './rounds.server.ts'

export type PreviewQuestion = {
  position: number
  stem: string
  isMultiple: boolean
  options: { id: string; text: string }[]
  /** Ids of the right options and why; null unless the key was asked for. */
  key: { optionIds: string[]; explanation: string } | null
}

export type PaperPreview = { title: string; questions: PreviewQuestion[] | null }

/**
 * A paper as a participant of the round would get it with this seed; nothing is stored. A scheduled ranked round draws from
 * its fixed questions, practice and drafts from the bank by the saved settings.
 * @param reveal whether keys are read at all; only for those who may read questions
 * @returns no questions when the blueprint is empty or can't be met
 * @throws DomainError round_not_found
 */
export async function previewPaper(
  slug: string,
  seed: string,
  reveal: 'without_key' | 'with_key',
  now: Date,
): Promise<PaperPreview> {
  const round = await getRound(slug)
  if (!round) throw new DomainError('round_not_found', { slug })
  const candidates =
    round.questionSetId === null
      ? await listInScope(round, now)
      : (await getQuestionSet(round.questionSetId)).candidates
  const draw = drawPaper(candidates, round, seed)
  if (!draw.drawn || draw.positions.length === 0) return { title: round.title, questions: null }

  const ids = draw.positions.map(({ versionId }) => versionId)
  const [versions, keys] = await Promise.all([
    getServedVersions(ids),
    reveal === 'with_key' ? getVersionKeys(ids) : null,
  ])

  return {
    title: round.title,
    questions: draw.positions.map(({ versionId, options }, index) => {
      const version = versions.get(versionId)
      const key = keys?.get(versionId)

      return {
        position: index + 1,
        stem: version?.stem ?? '',
        isMultiple: version?.isMultiple ?? false,
        options: options.map((option) => ({ id: option.id, text: version?.options[option.index] ?? '' })),
        key: key
          ? {
              optionIds: options
                .filter((option) => key.key.includes(option.index))
                .map((option) => option.id),
              explanation: key.explanation,
            }
          : null,
      }
    }),
  }
}
