import { board } from '#app/i18n/messages/board.ts'
import { ranking } from '#app/i18n/messages/ranking.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { ContestPolicy, RankingPolicy } from '../../core/ranking/ranking-policy.ts'
import { useContestPolicy, useRoundPolicy } from './policy-sentences.ts'
import type { PolicySentences } from './policy-sentences.ts'

type TitleProps = {
  /** A heading of the page it stands on; as a note under a board it has its own. */
  title?: string
}

/** How places of a round come about: printed from the same policy that ranks. */
export function RoundPolicyNote({
  policy,
  asksPrediction,
  title,
}: TitleProps & { policy: RankingPolicy; asksPrediction: boolean }) {
  return <PolicyNote sentences={useRoundPolicy(policy, asksPrediction)} title={title} />
}

/** How places of the whole contest come about. */
export function ContestPolicyNote({ policy, title }: TitleProps & { policy: ContestPolicy }) {
  return <PolicyNote sentences={useContestPolicy(policy)} title={title} />
}

function PolicyNote({ sentences, title }: TitleProps & { sentences: PolicySentences }) {
  const t = useT(board)
  const tRanking = useT(ranking)
  const Heading = title === undefined ? 'h2' : 'h3'

  return (
    <section className="grid gap-2 rounded-lg bg-sunken p-5 text-sm sm:p-6">
      <Heading className="text-base font-semibold">{title ?? t('policyTitle')}</Heading>
      <p>
        {sentences.counted.join(' ')} {tRanking('inTurn')}
      </p>
      <ol className="grid list-decimal gap-1 pl-6 marker:font-semibold">
        {sentences.criteria.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <p>{tRanking('ties')}</p>
    </section>
  )
}
