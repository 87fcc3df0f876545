import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { useHasScripts } from '../use-has-scripts.ts'
import { Button } from '../ui/button.tsx'
import { PolicyEditor } from './policy-editor.tsx'
import { useSetupField } from '../organizer/setup-form-context.ts'
import { SetupChoice, SetupInput, SetupTextarea } from '../organizer/setup-fields.tsx'

const PREDICTION_KINDS = ['people_all_right', 'people', 'attempts', 'percentage_all_right'] as const
const RELEASES = ['nothing', 'score', 'marks', 'key'] as const

/** The tie-breaker. The usual wording follows the kind as long as nobody has worded it otherwise. */
export function PredictionFields() {
  const t = useT(roundSetup)
  const hasScripts = useHasScripts()
  const isPractice = useSetupField('kind').value === 'practice'
  const chosen = useSetupField('predictionKind').value
  const kind = PREDICTION_KINDS.find((value) => value === chosen) ?? null
  const prompt = useSetupField('predictionPrompt')
  const usual = kind && t(`prompt_${kind}`)
  if (isPractice)
    return <Unused text={t('practiceNoPrediction')} fields={['predictionKind', 'predictionPrompt']} />

  return (
    <>
      <p className="text-muted">{t('predictionLead')}</p>
      <SetupChoice
        name="predictionKind"
        label={t('predictionKind')}
        choices={[
          { value: '', label: t('prediction_none') },
          ...PREDICTION_KINDS.map((value) => ({ value, label: t(`prediction_${value}`) })),
        ]}
      />
      {kind ? (
        <div className="grid gap-2">
          <SetupTextarea name="predictionPrompt" label={t('predictionPrompt')} />
          {hasScripts && usual && prompt.value !== usual && (
            <Button
              type="button"
              look="quiet"
              className="justify-self-start"
              onClick={() => prompt.set(usual)}
            >
              {t('useDefaultPrompt')}
            </Button>
          )}
        </div>
      ) : (
        <input type="hidden" name="predictionPrompt" value={prompt.value} />
      )}
    </>
  )
}

/** By what places are decided. */
export function RankingFields() {
  const t = useT(roundSetup)
  const isPractice = useSetupField('kind').value === 'practice'
  const policy = useSetupField('rankingPolicy')
  const asksPrediction = useSetupField('predictionKind').value !== ''
  if (isPractice) return <Unused text={t('practiceNoRanking')} fields={['rankingPolicy']} />

  return (
    <>
      <p className="text-muted">{t('rankingLead')}</p>
      <PolicyEditor
        name="rankingPolicy"
        value={policy.value}
        asksPrediction={asksPrediction}
        error={policy.error}
        onChange={policy.set}
      />
    </>
  )
}

/** What the public sees of the board while the round is open. */
export function BoardFields() {
  const t = useT(roundSetup)
  const isPractice = useSetupField('kind').value === 'practice'
  const asksPrediction = useSetupField('predictionKind').value !== ''
  const isFrozen = !['', '0'].includes(useSetupField('freezeBeforeHours').value.trim())
  if (isPractice)
    return (
      <Unused
        text={t('practiceNoRanking')}
        fields={['countersDelayHours', 'freezeBeforeHours', 'freezeUntil']}
      />
    )

  return (
    <>
      {asksPrediction ? (
        <SetupInput
          name="countersDelayHours"
          inputMode="numeric"
          placeholder={t('countersDelayUsual')}
          label={t('countersDelay')}
          hint={t('countersDelayHint')}
        />
      ) : (
        <HiddenField name="countersDelayHours" />
      )}
      <SetupInput
        name="freezeBeforeHours"
        inputMode="numeric"
        label={t('freezeBefore')}
        hint={t('freezeBeforeHint')}
      />
      {isFrozen ? (
        <SetupChoice
          name="freezeUntil"
          label={t('freezeUntil')}
          choices={[
            { value: 'provisional', label: t('freezeUntil_provisional') },
            { value: 'official', label: t('freezeUntil_official') },
          ]}
        />
      ) : (
        <HiddenField name="freezeUntil" />
      )}
    </>
  )
}

/** What participants get to see of their papers, and when. */
export function ReleaseFields() {
  const t = useT(roundSetup)
  const isPractice = useSetupField('kind').value === 'practice'
  const chosen = useSetupField('releaseAfterSubmission').value
  // A choice of before that is not allowed any more is shown with its mistake, not silently gone.
  const atOnce = RELEASES.filter(
    (release) => isPractice || release === 'nothing' || release === 'score' || release === chosen,
  )

  return (
    <>
      <SetupChoice
        name="releaseAfterSubmission"
        label={t('releaseAfterSubmission')}
        hint={isPractice ? undefined : t('releaseRankedHint')}
        choices={atOnce.map((release) => ({ value: release, label: t(`release_${release}`) }))}
      />
      <SetupChoice
        name="releaseAfterClose"
        label={t('releaseAfterClose')}
        hint={t('releaseCloseHint')}
        choices={RELEASES.map((release) => ({ value: release, label: t(`release_${release}`) }))}
      />
    </>
  )
}

/** A part that does not apply; what was typed into it is kept, for a change of mind. */
function Unused({ text, fields }: { text: string; fields: readonly string[] }) {
  return (
    <>
      <p className="text-muted">{text}</p>
      {fields.map((field) => (
        <HiddenField key={field} name={field} />
      ))}
    </>
  )
}

function HiddenField({ name }: { name: string }) {
  return <input type="hidden" name={name} value={useSetupField(name).value} />
}
