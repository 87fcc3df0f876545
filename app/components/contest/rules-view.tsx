import { Link } from '@remix-run/react'
import { rules } from '#app/i18n/messages/rules.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { ContestPolicy } from '../../core/ranking/ranking-policy.ts'
import type { RuledRound } from '../../core/rounds/ruled-round.ts'
import { paths } from '../../http/paths.ts'
import { PlainText } from '../plain-text.tsx'
import { PrintButton } from '../result/print-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { DocumentList } from './document-list.tsx'
import type { DocumentListItem } from './document-list.tsx'
import type { FingerprintValue } from './fingerprint-card.tsx'
import { ComplaintRules } from './rules-complaints.tsx'
import type { ComplaintTermsData } from './rules-complaints.tsx'
import { RoundRules } from './round-rules.tsx'
import { PredictionRules, RankingRules } from './rules-ranking.tsx'
import { RulesSection, Sentences } from './rules-section.tsx'

export type RulesViewData = {
  title: string
  organizerName: string
  parentBody: string
  issuingBody: string
  startsOn: Date | null
  endsOn: Date | null
  summary: string
  rulesText: string
  contactText: string
  documents: readonly DocumentListItem[]
  rounds: (RuledRound & { fingerprint: FingerprintValue | null })[]
  contestPolicy: ContestPolicy
  complaints: ComplaintTermsData
}

/** The rules of the contest, in the order in which official rules are written. */
export function RulesView({ view }: { view: RulesViewData }) {
  const t = useT(rules)

  return (
    <div className="page grid max-w-3xl gap-9">
      <RulesHead view={view} />
      <RulesSection title={t('whoTitle')}>
        <PlainText text={view.summary} />
        <ContestFacts view={view} />
        <Sentences texts={[t('whoAccount'), t('whoNoTwice')]} />
      </RulesSection>
      <RulesSection title={t('roundsTitle')}>
        {view.rounds.length === 0 && <p className="text-muted">{t('noRounds')}</p>}
        {view.rounds.map((round) => (
          <RoundRules key={round.slug} round={round} />
        ))}
      </RulesSection>
      <RulesSection title={t('howToTitle')}>
        <Sentences texts={[t('howTo1'), t('howTo2'), t('howTo3'), t('howTo4')]} />
      </RulesSection>
      <RulesSection title={t('scoreTitle')}>
        <Sentences texts={[t('score1'), t('score2'), t('score3')]} />
      </RulesSection>
      <PredictionRules rounds={view.rounds} />
      <RankingRules rounds={view.rounds} contestPolicy={view.contestPolicy} />
      <RulesSection title={t('releaseTitle')}>
        <Sentences texts={[t('releaseBoard'), t('releaseReceipt')]} />
        <Link to={paths.receiptCheck} className="link justify-self-start py-1.5 print:hidden">
          {t('receiptLink')}
        </Link>
      </RulesSection>
      <ComplaintRules terms={view.complaints} />
      <RulesSection title={t('dataTitle')}>
        <p>{t('dataText')}</p>
      </RulesSection>
      {view.rulesText && (
        <RulesSection title={t('general')}>
          <PlainText text={view.rulesText} />
        </RulesSection>
      )}
      {view.documents.length > 0 && (
        <RulesSection title={t('documentsTitle')}>
          <DocumentList documents={view.documents} />
        </RulesSection>
      )}
      {view.contactText && (
        <RulesSection title={t('contactTitle')}>
          <PlainText text={view.contactText} />
        </RulesSection>
      )}
    </div>
  )
}

/** The head of the page, with the lines of an official paper above it. */
function RulesHead({ view }: { view: RulesViewData }) {
  const t = useT(rules)
  const { parentBody, issuingBody, title } = view

  return (
    <div className="grid gap-5">
      {(parentBody || issuingBody) && (
        <p className="grid justify-self-start text-center text-sm uppercase">
          {parentBody && <span>{parentBody}</span>}
          {issuingBody && <span className="font-semibold">{issuingBody}</span>}
        </p>
      )}
      <PageHeader
        title={t('title')}
        lead={
          <span className="grid gap-1">
            <span className="font-semibold text-ink">{title}</span>
            <span>{t('lead')}</span>
          </span>
        }
      >
        <PrintButton label={t('print')} />
      </PageHeader>
    </div>
  )
}

function ContestFacts({ view: { organizerName, startsOn, endsOn } }: { view: RulesViewData }) {
  const t = useT(rules)
  const { date } = useFormatters()
  const [from, to] = [startsOn ? date(startsOn) : '', endsOn ? date(endsOn) : '']
  const period = startsOn ? (endsOn ? 'period' : 'periodFrom') : endsOn ? 'periodTo' : null

  return (
    <Sentences
      texts={[t('organizedBy', { name: organizerName }), ...(period ? [t(period, { from, to })] : [])]}
    />
  )
}
