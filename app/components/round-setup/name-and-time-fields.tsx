import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { SetupCheckbox, SetupChoice, SetupInput, SetupMoment } from '../organizer/setup-fields.tsx'

export function NameFields() {
  const t = useT(roundSetup)

  return (
    <>
      <SetupInput name="title" label={t('title')} hint={t('titleHint')} />
      <SetupInput
        name="slug"
        label={t('slug')}
        hint={t('slugHint')}
        autoCapitalize="none"
        spellCheck={false}
      />
      <SetupChoice
        name="kind"
        label={t('kind')}
        choices={[
          { value: 'ranked', label: t('kindRanked'), hint: t('kindRankedHint') },
          { value: 'practice', label: t('kindPractice'), hint: t('kindPracticeHint') },
        ]}
      />
    </>
  )
}

export function TimeFields() {
  const t = useT(roundSetup)

  return (
    <>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <SetupMoment name="opensAt" label={t('opensAt')} />
        <SetupMoment name="closesAt" label={t('closesAt')} />
        <p className="-mt-3 text-sm text-muted sm:col-span-2">{t('timeHint')}</p>
      </div>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <SetupInput name="minutes" inputMode="numeric" label={t('minutes')} hint={t('minutesHint')} />
        <div className="grid gap-3">
          <SetupInput
            name="attemptsAllowed"
            inputMode="numeric"
            label={t('attemptsAllowed')}
            hint={t('attemptsHint')}
          />
          <SetupCheckbox name="attemptsUnlimited" label={t('attemptsUnlimited')} />
        </div>
      </div>
      <SetupChoice
        name="endRule"
        label={t('endRule')}
        choices={[
          { value: 'must_start_before', label: t('endRuleStart'), hint: t('endRuleStartHint') },
          { value: 'must_finish_before', label: t('endRuleFinish'), hint: t('endRuleFinishHint') },
        ]}
      />
    </>
  )
}
