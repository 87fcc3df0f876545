import { z } from 'zod'
import type { ResultsRound } from './results-file.ts'
import type { CreateSha256 } from './results-hashes.ts'

/** What of the published settings (round-document.ts) a results file repeats; the end may have been moved since. */
const DocumentSchema = z.looseObject({
  round: z.string(),
  opensAt: z.string(),
  durationMs: z.number(),
  attemptsAllowed: z.number().nullable(),
  endRule: z.string(),
  pointsPerQuestion: z.number(),
  prediction: z.object({ kind: z.string() }).nullable(),
  rankingPolicy: z.unknown(),
  questionSet: z.object({ count: z.number(), sha256: z.string() }),
})

/** Whether a round was ranked by the settings and questions whose fingerprint was published before it opened. */
export function checkFingerprint(
  { slug, settings, questions, fingerprint }: ResultsRound,
  createSha256: CreateSha256,
  compare: (field: string, expected: unknown, found: unknown) => void,
): void {
  if (!fingerprint) return
  compare('sha256', hashOf(createSha256, fingerprint.document), fingerprint.sha256)
  const document = readDocument(fingerprint.document)
  if (!document) {
    compare('document', 'the published settings', 'something else')

    return
  }
  compare('round', document.round, slug)
  compare('opensAt', document.opensAt, settings.opensAt)
  compare('durationMs', document.durationMs, settings.durationMs)
  compare('attemptsAllowed', document.attemptsAllowed, settings.attemptsAllowed)
  compare('endRule', document.endRule, settings.endRule)
  compare('pointsPerQuestion', document.pointsPerQuestion, settings.pointsPerQuestion)
  compare('predictionKind', document.prediction && document.prediction.kind, settings.predictionKind)
  compare('rankingPolicy', document.rankingPolicy, settings.rankingPolicy)
  if (!questions) return
  const hashes = questions.filter(({ isInSet }) => isInSet).map(({ contentHash }) => contentHash)
  compare('questionSet.count', document.questionSet.count, hashes.length)
  compare('questionSet.sha256', document.questionSet.sha256, hashOf(createSha256, hashes.sort().join('\n')))
}

function readDocument(text: string): z.output<typeof DocumentSchema> | null {
  try {
    return DocumentSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function hashOf(createSha256: CreateSha256, text: string): string {
  const hash = createSha256()
  hash.update(text)

  return hash.hex()
}
