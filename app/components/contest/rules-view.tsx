import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { rules } from '#app/i18n/messages/rules.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { ContestPolicy } from '../../core/ranking-policy.ts'
import { paths } from '../../http/paths.ts'
import { ContestPolicyNote, RoundPolicyNote } from '../board/policy-note.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RoundRules } from './round-rules.tsx'
import type { RuledRound } from './round-rules.tsx'

export type RulesViewData = {
  summary: string
  rulesText: string
  contactText: string
  rounds: RuledRound[]
  contestPolicy: ContestPolicy
}

/** The rules of the contest, in the order in which official rules are written. */
export function RulesView({ view }: { view: RulesViewData }) {
  const t = useT(rules)

  return (
    <div className="page grid max-w-3xl gap-9">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section title={t('whoTitle')}>
        <p>{view.summary}</p>
        <Sentences texts={[t('whoAccount'), t('whoNoTwice')]} />
      </Section>
      <Section title={t('roundsTitle')}>
        {view.rounds.map((round) => (
          <RoundRules key={round.slug} round={round} />
        ))}
      </Section>
      <Section title={t('howToTitle')}>
        <Sentences texts={[t('howTo1'), t('howTo2'), t('howTo3'), t('howTo4')]} />
      </Section>
      <Section title={t('scoreTitle')}>
        <Sentences texts={[t('score1'), t('score2'), t('score3')]} />
      </Section>
      <PredictionRules rounds={view.rounds} />
      <RankingRules view={view} />
      <Section title={t('releaseTitle')}>
        <Sentences texts={[t('releaseBoard'), t('releaseReceipt')]} />
        <Link to={paths.receiptCheck} className="link justify-self-start py-1.5">
          {t('receiptLink')}
        </Link>
      </Section>
      <Section title={t('dataTitle')}>
        <p>{t('dataText')}</p>
      </Section>
      {view.rulesText && (
        <Section title={t('general')}>
          <p className="whitespace-pre-line">{view.rulesText}</p>
        </Section>
      )}
      {view.contactText && (
        <Section title={t('contactTitle')}>
          <p className="whitespace-pre-line">{view.contactText}</p>
        </Section>
      )}
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  )
}

function Sentences({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-2 pl-6 marker:text-gold">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function PredictionRules({ rounds }: { rounds: readonly RuledRound[] }) {
  const t = useT(rules)
  const byKind = Map.groupBy(rounds, (round) => round.predictionKind)
  byKind.delete(null)
  if (byKind.size === 0) return null

  return (
    <Section title={t('predictionTitle')}>
      <p>{t('predictionText')}</p>
      <ul className="grid list-disc gap-2 pl-6 marker:text-gold">
        {[...byKind].map(
          ([kind, ofKind]) =>
            kind && (
              <li key={kind}>
                {/* One kind for all rounds needs no names. */}
                {byKind.size > 1 && `${titlesOf(ofKind)}: `}
                {t(`kind_${kind}`)}
              </li>
            ),
        )}
      </ul>
    </Section>
  )
}

/** Rounds with the same policy share one note. */
function RankingRules({ view }: { view: RulesViewData }) {
  const t = useT(rules)
  const ranked = view.rounds.filter((round) => round.kind === 'ranked')
  const byPolicy = [...Map.groupBy(ranked, (round) => policyKeyOf(round)).values()]

  return (
    <Section title={t('rankingTitle')}>
      {byPolicy.map(
        (rounds) =>
          rounds[0] && (
            <RoundPolicyNote
              key={titlesOf(rounds)}
              title={t('rankingOf', { rounds: titlesOf(rounds) })}
              policy={rounds[0].policy}
              asksPrediction={rounds[0].predictionKind !== null}
            />
          ),
      )}
      {ranked.length > 1 && <ContestPolicyNote title={t('rankingOverall')} policy={view.contestPolicy} />}
    </Section>
  )
}

function titlesOf(rounds: readonly RuledRound[]): string {
  return rounds.map((round) => round.title).join('; ')
}

/** Equal for rounds whose policies read the same. */
function policyKeyOf({ policy, predictionKind }: RuledRound): string {
  return JSON.stringify([policy, predictionKind !== null])
}
