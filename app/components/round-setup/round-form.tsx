import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import type { RoundSetupText } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { useKeptForm } from '../organizer/use-kept-form.ts'
import { SetupFormProvider } from '../organizer/setup-form-context.ts'
import { KeptNote, SaveBar } from '../organizer/save-bar.tsx'
import { Card } from '../ui/card.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import { Button } from '../ui/button.tsx'
import { NameFields, TimeFields } from './name-and-time-fields.tsx'
import { PaperFields } from './paper-fields.tsx'
import { BoardFields, PredictionFields, RankingFields, ReleaseFields } from './result-fields.tsx'
import { SurroundingsProvider } from './round-form-context.ts'
import type { RoundFormSurroundings } from './round-form-context.ts'
import { ROUND_SECTIONS, isFieldOf } from './round-sections.ts'
import type { RoundSection } from './round-sections.ts'

/** What the form of a new round is kept under. */
export const NEW_ROUND_FORM = 'dot-thi/moi'

type RoundFormProps = RoundFormSurroundings & {
  /** The address of the page: what is kept of the form is kept under it. */
  name: string
  ownerId: string
  revision: number
  /** As saved. */
  values: Readonly<Record<string, string>>
  /** As sent back with a refusal. */
  typed: Readonly<Record<string, string>> | null
  problems: Readonly<Record<string, string>>
  /** Of a refused save; the first mistake takes the focus then. */
  answer: unknown
  isNew: boolean
  isJustSaved: boolean
}

const FIELDS: Record<RoundSection['id'], () => ReactNode> = {
  ten: NameFields,
  'thoi-gian': TimeFields,
  'de-thi': PaperFields,
  'du-doan': PredictionFields,
  'xep-hang': RankingFields,
  'bang-xep-hang': BoardFields,
  'cong-bo': ReleaseFields,
}

/** Everything about a round, part by part; can be saved at any time, whole or not. */
export function RoundForm(props: RoundFormProps) {
  const { problems, banks, otherRounds, isNew } = props
  const t = useT(roundSetup)
  const form = useFocusFirstError(props.answer)
  const kept = useKeptForm({ ...props, saved: props.values, replaces: NEW_ROUND_FORM })
  const { values, setValue, setMany } = kept
  const errorOf = (field: string): string | null => {
    const problem = problems[field]

    return problem === undefined ? null : t(problem as RoundSetupText)
  }
  const isPending = useNavigation().state === 'submitting'

  return (
    <SurroundingsProvider value={{ banks, otherRounds }}>
      <SetupFormProvider value={{ values, errorOf, setValue, setMany }}>
        <Form method="post" ref={form} noValidate className="grid gap-6">
          <input type="hidden" name="revision" value={kept.revision} />
          {/* Enter in a field presses the first button of a form: it must save, not move a criterion. */}
          <button name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
          {kept.restored && (
            <KeptNote
              text={t(kept.restored === 'same' ? 'restored' : 'restoredOlder')}
              discardLabel={t('discardKept')}
              onDiscard={kept.discard}
            />
          )}
          <div className="grid items-start gap-6 xl:grid-cols-[13rem_minmax(0,1fr)]">
            <SectionLinks problems={problems} />
            <div className="grid min-w-0 gap-6">
              {ROUND_SECTIONS.map((section, index) => {
                const Fields = FIELDS[section.id]

                return (
                  <Card
                    key={section.id}
                    id={section.id}
                    aria-labelledby={`${section.id}-title`}
                    className="scroll-mt-6 grid gap-6"
                  >
                    <h2 id={`${section.id}-title`} className="text-xl">
                      {index + 1}. {t(section.title)}
                    </h2>
                    <Fields />
                  </Card>
                )
              })}
            </div>
          </div>
          <SaveBar state={t(kept.isDirty ? 'unsaved' : isNew ? 'notSavedYet' : 'allSaved')}>
            <Button
              name="intent"
              value="save"
              look="secondary"
              isPending={isPending}
              pendingLabel={t('working')}
            >
              {t('save')}
            </Button>
            <Button name="intent" value="schedule" isPending={isPending} pendingLabel={t('working')}>
              {t('saveAndSchedule')}
            </Button>
          </SaveBar>
        </Form>
      </SetupFormProvider>
    </SurroundingsProvider>
  )
}

/** Leads to the parts, and says in which there is something to mend. */
function SectionLinks({ problems }: { problems: Readonly<Record<string, string>> }) {
  const t = useT(roundSetup)

  return (
    <nav aria-label={t('sections')} className="hidden xl:sticky xl:top-6 xl:block">
      <ol className="grid gap-1 border-l border-line">
        {ROUND_SECTIONS.map((section, index) => {
          const count = Object.keys(problems).filter((field) => isFieldOf(section, field)).length

          return (
            <li key={section.id}>
              <a
                href={`#${section.id}`}
                className="-ml-px grid min-h-11 content-center border-l-2 border-transparent px-3 py-1.5 text-sm hover:border-brand hover:bg-sunken"
              >
                {index + 1}. {t(section.title)}
                {count > 0 && (
                  <span className="font-semibold text-bad">{t('problemsInSection', { count })}</span>
                )}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
