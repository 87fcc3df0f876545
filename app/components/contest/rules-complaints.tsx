import { rules } from '#app/i18n/messages/rules.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { ACKNOWLEDGE_WORKING_DAYS } from '../../core/complaints/complaint-terms.ts'
import { RulesSection, Sentences } from './rules-section.tsx'

export type ComplaintTermsData = {
  windowHours: number
  answerDays: number
  rounds: readonly { slug: string; title: string; until: Date }[]
}

/** Who may complain of what, until when, and who answers. */
export function ComplaintRules({ terms }: { terms: ComplaintTermsData }) {
  const t = useT(rules)
  const { dateTime, number } = useFormatters()

  return (
    <RulesSection title={t('complaintsTitle')}>
      <Sentences
        texts={[
          t('complaintsWho'),
          t('complaintsWhen', { hours: number(terms.windowHours) }),
          ...terms.rounds.map(({ title, until }) =>
            t('complaintsOfRound', { round: title, time: dateTime(until) }),
          ),
          t('complaintsAnswer', {
            acknowledge: number(ACKNOWLEDGE_WORKING_DAYS),
            days: number(terms.answerDays),
          }),
        ]}
      />
    </RulesSection>
  )
}
